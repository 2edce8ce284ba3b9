namespace Trials.Projections.Engine;

/// <summary>Collects the conditions of a query with their values.</summary>
internal sealed class Where(ReadSession session)
{
    private readonly List<string> conditions = [];

    /// <summary>The values of the conditions, and of whatever else the query needs.</summary>
    public Arguments Arguments { get; } = session.NewArguments();

    /// <summary>The conditions, all of which must hold.</summary>
    public string Sql => conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions);

    /// <summary>A condition without a value.</summary>
    public Where Add(string condition)
    {
        conditions.Add(condition);
        return this;
    }

    /// <summary>A condition whose value is a whole number or a member of an enumeration; none where it is null.</summary>
    public Where Integer(string condition, string name, long? value)
    {
        if (value is { } v)
        {
            conditions.Add(condition);
            Arguments.Integer(name, v);
        }

        return this;
    }

    /// <summary>A condition whose value is text; none where it is null.</summary>
    public Where Text(string condition, string name, string? value)
    {
        if (value is not null)
        {
            conditions.Add(condition);
            Arguments.Text(name, value);
        }

        return this;
    }

    /// <summary>A condition whose value is an id; none where it is null.</summary>
    public Where Uuid(string condition, string name, Guid? value)
    {
        if (value is { } v)
        {
            conditions.Add(condition);
            Arguments.Uuid(name, v);
        }

        return this;
    }

    /// <summary>A condition whose value is a day; none where it is null.</summary>
    public Where Date(string condition, string name, NodaTime.LocalDate? value)
    {
        if (value is { } v)
        {
            conditions.Add(condition);
            Arguments.Date(name, v);
        }

        return this;
    }
}
