namespace Axfl.Contracts;

/// <summary>What Invoke-AxflWalkForward and <c>axfl walk-forward</c> ask for.</summary>
/// <param name="Path">Sweep file with <c>walk_forward</c>, absolute.</param>
public sealed record WalkForwardRequest(string Path)
{
    /// <summary>Which store.</summary>
    public SweepStoreRequest Store { get; init; } = new();

    /// <summary>Trials at the same time, 1 to 1024; 0: the number of cores.</summary>
    public int Throttle { get; init; }

    /// <summary>How long a trial may take; null: 100 times the median, not before 30 s and 20 done trials.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>Whether there may be more than 100,000 trials.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a bars file is read of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    public bool AllowRejected { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}

/// <summary>How far a walk-forward is.</summary>
/// <param name="Window">Window in hand, from 1.</param>
/// <param name="Windows">Number of windows.</param>
/// <param name="Done">Trials of its training that are known.</param>
/// <param name="Trials">All of them.</param>
public readonly record struct WalkForwardProgress(int Window, int Windows, int Done, int Trials)
{
    /// <summary>Share that is done, 0 to 1.</summary>
    public double Fraction => Windows == 0 || Trials == 0 ? 0 : ((Window - 1) + (double)Done / Trials) / Windows;
}
