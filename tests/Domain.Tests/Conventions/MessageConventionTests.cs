using Mediator;

namespace Trials.Domain.Tests.Conventions;

/// <summary>What every message and every stream is.</summary>
public sealed class MessageConventionTests
{
    private static readonly Type[] Domain = typeof(DomainEvent).Assembly.GetTypes();

    private static readonly Type[] Commands =
        [.. Domain.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IStreamCommand)))];

    [Fact]
    public void Every_message_declares_the_permission_it_needs() =>
        Domain.Where(t => t.IsAssignableTo(typeof(IMessage)) && !t.IsAbstract).Should().NotBeEmpty().And
            .OnlyContain(t => t.IsAssignableTo(typeof(IGuarded)) && t.IsAssignableTo(typeof(INeeds)) && t.IsSealed);

    [Fact]
    public void Every_stream_has_one_command_and_every_command_one_handler()
    {
        var families = Domain.Where(t => t.BaseType == typeof(DomainEvent) && t != typeof(Amendment));
        Commands.Select(Family).Should().BeEquivalentTo(families.Select(f => f.Name));
        Commands.Should().OnlyContain(c => Domain.Count(t => t.IsAssignableTo(typeof(ICommandHandler<,>).MakeGenericType(c, typeof(Outcome)))) == 1);
    }

    [Fact]
    public void Every_family_has_one_stream_of_a_category_of_its_own()
    {
        var streams = Domain.Where(t => t.GetInterfaces().Any(IsStream)).ToList();
        streams.Select(s => s.GetInterfaces().Single(IsStream).GenericTypeArguments[1].Name).Should().BeEquivalentTo(Commands.Select(Family));
        streams.Select(s => s.GetProperty("Category")!.GetValue(null)).Should().OnlyHaveUniqueItems();
    }

    private static string Family(Type command) => command.BaseType!.GenericTypeArguments[1].Name;

    private static bool IsStream(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IStream<,>);
}
