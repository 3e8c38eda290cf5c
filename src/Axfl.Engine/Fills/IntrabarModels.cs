using Axfl.Engine.Exits;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>The intrabar fill models: their names in a sessions file and their classes. A new one is its policy, its class and a line here.</summary>
public static class IntrabarModels
{
    private delegate IntrabarModel Maker(Market[] markets, EntryFill entries, PositionExit exits);

    private static readonly Entry[] All =
    [
        new("worst", IntrabarPolicy.Worst, static (markets, entries, exits) => new Worst(markets, entries, exits)),
        new("path", IntrabarPolicy.Path, static (markets, entries, exits) => new PathOrder(markets, entries, exits)),
        new("best", IntrabarPolicy.Best, static (markets, entries, exits) => new Best(markets, entries, exits)),
        new("drill", IntrabarPolicy.Drill, static (markets, entries, exits) => new Drill(markets, new Worst(markets, entries, exits))),
    ];

    /// <summary>Names and policies, in the order in which they are listed.</summary>
    public static IReadOnlyList<IntrabarName> Names { get; } = All;

    /// <summary>The model of a policy.</summary>
    internal static IntrabarModel Make(IntrabarPolicy policy, Market[] markets, EntryFill entries, PositionExit exits) =>
        All.First(m => m.Policy == policy).Make(markets, entries, exits);

    private sealed record Entry(string Name, IntrabarPolicy Policy, Maker Make) : IntrabarName(Name, Policy);
}

/// <summary>A model's name.</summary>
/// <param name="Name">As a sessions file writes it.</param>
/// <param name="Policy">What it means.</param>
public record IntrabarName(string Name, IntrabarPolicy Policy);
