using System.Data.Common;
using Trials.Projections.Engine;

namespace Trials.Projections.Tests.Support.Stores;

/// <summary>Where read models are kept. Each suite runs on every store: an abstract class for the suite, and a line for each store that enrols.</summary>
public abstract class Store
{
    /// <summary>A place where nobody has kept anything.</summary>
    public abstract string NewPlace();

    /// <summary>The read models of a place, as the product opens them.</summary>
    public abstract ReadModelDatabase Open(string place);

    /// <summary>A connection beside the product's own, to the tables that answer now.</summary>
    public abstract DbConnection Connect(string place);

    /// <summary>What is there of tables that were not finished.</summary>
    public abstract IReadOnlyList<string> LeftOver(string place);

    /// <summary>Forgets a place.</summary>
    public abstract void Remove(string place);

    /// <summary>The first column of a query.</summary>
    protected static IReadOnlyList<string> Column(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
