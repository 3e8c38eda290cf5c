using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Watching;

/// <summary>A look at a run, of whatever process it is.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Time">When it was looked at, UTC.</param>
internal sealed record RunLook(string Run, DateTime Time)
{
    /// <summary>What became of it; null: it is under way in this process.</summary>
    public RunReport? Report { get; init; }

    /// <summary>What it wrote of itself; null: nothing that can be read.</summary>
    public NowState? Now { get; init; }

    /// <summary>Its status; null before the first.</summary>
    public PortfolioStatus? Status { get; init; }

    /// <summary>How far a replay is; null: not known.</summary>
    public ProgressEvent? Progress { get; init; }

    /// <summary>What it said last; null: nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Its trades so far.</summary>
    public EquityCurve Curve { get; init; } = EquityCurve.Empty;

    /// <summary>Whether it is over: it ended, was stopped, failed, or its process is gone.</summary>
    public bool IsOver => Report is { IsRunning: false };

    /// <summary>Whether prices arrive by the clock.</summary>
    public bool IsLive => (Status?.Mode ?? Report?.Mode) == "ws";

    /// <summary>How old what is seen is; null: nothing tells, or it is over.</summary>
    public TimeSpan? Age => IsOver || Now is null ? null : Later(Time - Now.WrittenAt);

    /// <summary>Whether nothing new was seen for so long that the run hangs, or cannot write: it writes every five seconds at the latest.</summary>
    public bool IsOld => Age > TimeSpan.FromSeconds(15);

    /// <summary>Time of the run: live that of the clock, in a replay that of its bars.</summary>
    public DateTime Clock => IsLive && !IsOver || Status is null ? Time : Status.Now;

    private static TimeSpan Later(TimeSpan age) => age < TimeSpan.Zero ? TimeSpan.Zero : age;
}
