using System.Reflection;
using Mediator;

namespace Trials.Web.Tests.Pages;

/// <summary>Answers queries as a test says, and remembers them. A query that the test gave no answer for is an error.</summary>
public class AnsweringMediator : DispatchProxy
{
    private readonly Dictionary<Type, Func<object, object?>> answers = [];

    /// <summary>What was asked, in order.</summary>
    public List<object> Asked { get; } = [];

    /// <summary>A mediator without answers.</summary>
    public static (IMediator Mediator, AnsweringMediator Answers) Create()
    {
        var mediator = Create<IMediator, AnsweringMediator>();
        return (mediator, (AnsweringMediator)(object)mediator);
    }

    /// <summary>Answers a kind of query.</summary>
    public AnsweringMediator On<TQuery, TResult>(Func<TQuery, TResult> answer)
        where TQuery : notnull
    {
        answers[typeof(TQuery)] = query => answer((TQuery)query);
        return this;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var query = args![0]!;
        Asked.Add(query);
        var answer = answers[query.GetType()](query);
        var result = targetMethod!.ReturnType.GetGenericArguments()[0];
        return Activator.CreateInstance(typeof(ValueTask<>).MakeGenericType(result), answer);
    }
}
