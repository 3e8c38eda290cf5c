namespace Axfl.Engine.Plan;

/// <summary>When news keeps positions out of the market.</summary>
public sealed record NewsPlan
{
    /// <summary>The events. Live they are replaced when the files change.</summary>
    public required NewsCalendar Calendar { get; init; }

    /// <summary>Events that count. Default high.</summary>
    public NewsImpacts Impacts { get; init; } = NewsImpacts.High;

    /// <summary>Minutes before an event from which entries are blocked, 0 or more. Default 30.</summary>
    public int BeforeMinutes { get; init; } = 30;

    /// <summary>Minutes after an event until which entries are blocked, 0 or more. Default 30.</summary>
    public int AfterMinutes { get; init; } = 30;

    /// <summary>Whether positions are closed before an event. Default false.</summary>
    public bool Flat { get; init; }

    /// <summary>Minutes before an event at which positions are closed, at most <see cref="BeforeMinutes"/>. Default 5.</summary>
    public int FlatBeforeMinutes { get; init; } = 5;

    /// <summary>Whether entries are blocked in weeks of which the calendar knows nothing. Default false: they are warned of.</summary>
    public bool RefusesUnknownWeeks { get; init; }

    /// <summary>What becomes of entries in such a week, in words.</summary>
    public string InUnknownWeeks => RefusesUnknownWeeks ? "every entry is blocked (missing: refuse)" : "entries are taken as if there were no news (missing: allow)";
}
