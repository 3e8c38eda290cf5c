namespace Axfl.Contracts;

/// <summary>What one check of the machine, the plan and the feed found before a live run is started.</summary>
/// <param name="Check">What was looked at: <c>sessions</c>, <c>windows orb</c>, <c>warm-up</c>, <c>feed</c>, <c>subscription EURUSD</c>, <c>first price EURUSD</c>, <c>clock</c>, <c>disk</c>, <c>locks</c>, <c>lock RUN</c>, <c>news calendar</c>, <c>news calendar FILE</c>, <c>alerts</c>, <c>alerts CHANNEL</c>.</param>
/// <param name="State">One of <see cref="HealthStates"/>.</param>
/// <param name="Seen">What was seen, for a person; never with a key or another secret in it.</param>
/// <param name="Remedy">What to do about it, for a person; null: nothing.</param>
public sealed record HealthResult(string Check, string State, string Seen, string? Remedy);

/// <summary>The states of a check.</summary>
public static class HealthStates
{
    /// <summary>As it should be.</summary>
    public const string Ok = "ok";

    /// <summary>A run can be started, and somebody should know; also what could not be looked at because of another check that failed.</summary>
    public const string Warning = "warning";

    /// <summary>A run cannot be started, or cannot do its job.</summary>
    public const string Failed = "failed";
}
