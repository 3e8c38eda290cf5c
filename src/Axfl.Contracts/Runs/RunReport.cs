namespace Axfl.Contracts;

/// <summary>What became of a run: whether it is under way, how it ended, and when it was last heard of.</summary>
public sealed record RunReport
{
    /// <summary>Run id: the name of its directory.</summary>
    public required string Run { get; init; }

    /// <summary>Run directory, absolute. Two runs may have one id; their directories differ.</summary>
    public required string Directory { get; init; }

    /// <summary>running, ended, stopped, failed, or killed: its process is gone and left no summary.</summary>
    public required string State { get; init; }

    /// <summary>What stopped a failed or killed run, or why a running one cannot do its job now; null: nothing.</summary>
    public string? Error { get; init; }

    /// <summary>replay or ws; empty when nothing tells.</summary>
    public string Mode { get; init; } = "";

    /// <summary>When it was started, UTC; null when nothing tells.</summary>
    public DateTime? Started { get; init; }

    /// <summary>When it last wrote anything, UTC; null before that.</summary>
    public DateTime? LastWord { get; init; }

    /// <summary>Process id of a run under way, or of one that was killed; null when nothing tells.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Whether it is over and left no summary that can be read: how it ended is not known.</summary>
    public bool LacksSummary { get; init; }

    /// <summary>Whether it is still under way.</summary>
    public bool IsRunning => State == RunStates.Running;

    /// <summary>Whether it did not end in order.</summary>
    public bool IsFaulty => State is RunStates.Failed or RunStates.Killed;

    /// <summary>Whether its process is gone and nobody knows how it ended: nothing is connected, and nobody looks after its positions.</summary>
    public bool IsLost => State == RunStates.Killed || LacksSummary;

    /// <summary>The last status as it is true now: of a run that is lost it is not ok, whatever it was when it was written.</summary>
    /// <param name="last">The last status that the run wrote.</param>
    public PortfolioStatus StatusNow(PortfolioStatus last) => IsLost ? last with { Ok = false, Error = Error, Ws = last.Ws with { Connected = false } } : last;
}

/// <summary>The states of a run.</summary>
public static class RunStates
{
    /// <summary>Under way.</summary>
    public const string Running = "running";

    /// <summary>It came to its end: of the data, its session, or its time.</summary>
    public const string Ended = "ended";

    /// <summary>Somebody asked it to stop.</summary>
    public const string Stopped = "stopped";

    /// <summary>An error stopped it.</summary>
    public const string Failed = "failed";

    /// <summary>Its process is gone without a summary.</summary>
    public const string Killed = "killed";
}
