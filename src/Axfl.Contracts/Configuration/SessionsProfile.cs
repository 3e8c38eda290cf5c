namespace Axfl.Contracts;

/// <summary>The effective plan of one profile, for people and pipes: what Import-AxflSessions gives.</summary>
public sealed record SessionsProfile
{
    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Symbols in plan order.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Bar length.</summary>
    public required string Interval { get; init; }

    /// <summary>Configured source (may be auto).</summary>
    public required string Source { get; init; }

    /// <summary>One per strategy entry.</summary>
    public required IReadOnlyList<SessionsStrategy> Strategies { get; init; }

    /// <summary>Every value of the effective plan with its origin.</summary>
    public required IReadOnlyList<PlanValue> Values { get; init; }

    /// <summary>Warnings of the file.</summary>
    public required IReadOnlyList<ConfigurationProblem> Warnings { get; init; }

    /// <summary>The plan as a complete, loadable sessions file (plan.yaml).</summary>
    public required string Yaml { get; init; }
}

/// <summary>One strategy entry of a profile.</summary>
/// <param name="Id">Id (its name unless given).</param>
/// <param name="Name">Strategy.</param>
/// <param name="Symbols">Symbols it trades, comma-separated.</param>
/// <param name="Windows">Windows as text: <c>07:00-10:00 UTC Mon-Fri</c>.</param>
public sealed record SessionsStrategy(string Id, string Name, string Symbols, string Windows);

/// <summary>One value of the effective plan.</summary>
/// <param name="Key">Dotted key: <c>risk.max_open_positions</c>, <c>strategies.lsg.EURUSD.sweep_pips</c>.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Origin"><c>file:line</c>, <c>tuned default</c>, <c>default</c> or <c>command line</c>.</param>
public sealed record PlanValue(string Key, string Value, string Origin);
