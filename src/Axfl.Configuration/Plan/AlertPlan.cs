using Axfl.Contracts;

namespace Axfl.Configuration.Plan;

/// <summary>Who is told of a run, and how: the section <c>alerts</c> of a profile. It names secrets and has none.</summary>
public sealed record AlertPlan
{
    /// <summary>Whether replays send alerts too. Default: live runs alone.</summary>
    public bool InReplay { get; init; }

    /// <summary>The usual time to sum up the day: 17:05 in New York, when the market's day has ended.</summary>
    public static DigestPlan UsualDigest { get; } = new(new TimeOfDay(17 * 60 + 5), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

    /// <summary>When the day is summed up; null: never.</summary>
    public DigestPlan? Digest { get; init; } = UsualDigest;

    /// <summary>What is asked for while the run is healthy; null: nothing.</summary>
    public HeartbeatPlan? Heartbeat { get; init; }

    /// <summary>The channels, in the order of the plan.</summary>
    public IReadOnlyList<AlertChannelPlan> Channels { get; init; } = [];

    /// <summary>Names of the channels in their order: the kind, of a second one of a kind with a number.</summary>
    public IReadOnlyList<string> Names =>
        [.. Channels.Select((c, i) => Channels.Take(i).Count(b => b.Kind == c.Kind) is > 0 and var before ? FormattableString.Invariant($"{c.Kind}-{before + 1}") : c.Kind)];
}

/// <summary>When the day is summed up.</summary>
/// <param name="Time">Local time.</param>
/// <param name="Zone">Its zone.</param>
public sealed record DigestPlan(TimeOfDay Time, TimeZoneInfo Zone);

/// <summary>An address that is asked for while a run is healthy, so that somebody notices when it is no more.</summary>
/// <param name="Url">Where the address is kept.</param>
/// <param name="EverySeconds">Seconds between two requests, 5 to 86,400. Default 60.</param>
public sealed record HeartbeatPlan(SecretName? Url, int EverySeconds);
