namespace Axfl.Contracts;

/// <summary>Who is told of a sweep while it goes on, in order, one thing at a time.</summary>
public interface ISweepWatcher
{
    /// <summary>How far it is; several times a second at most.</summary>
    void Progress(SweepProgress progress);

    /// <summary>A trial that is known, in the order of the trials' numbers.</summary>
    void Trial(SweepTrial trial);

    /// <summary>What people should know.</summary>
    void Notice(NoticeLevel level, string message);
}

/// <summary>How far a sweep is.</summary>
/// <param name="Stage"><c>planning</c>, <c>reading</c>, <c>running</c> or <c>verifying</c>.</param>
/// <param name="Fraction">Share that is done, 0 to 1.</param>
/// <param name="Done">Trials that are known.</param>
/// <param name="Trials">All trials.</param>
/// <param name="PerSecond">Trials a second; 0: not known yet.</param>
/// <param name="Left">Time left; null: not known yet.</param>
/// <param name="Best">The best trial so far; null: none has trades enough.</param>
public sealed record SweepProgress(string Stage, double Fraction, int Done, int Trials, double PerSecond, TimeSpan? Left, SweepBest? Best)
{
    /// <summary>A stage in which no trial ends.</summary>
    public static SweepProgress At(string stage, double fraction, int trials) => new(stage, fraction, 0, trials, 0, null, null);
}

/// <summary>The best trial, and what belongs beside it.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="By">Name of the metric by which it is the best.</param>
/// <param name="Value">Value of that.</param>
/// <param name="Trades">Its trades.</param>
/// <param name="Days">Trading days it ran over.</param>
/// <param name="CostShare">Its costs / sum of |pnl + costs|.</param>
/// <param name="Tried">Plans ever tried on these bars.</param>
/// <param name="Deflated">Probability that it is better than the best of so many trials without skill is expected to be, 0 to 1; null: undefined.</param>
public sealed record SweepBest(int Trial, string By, double Value, int Trades, int Days, double? CostShare, int Tried, double? Deflated)
{
    /// <summary>In words.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"trial {Trial}: {By} {Value:0.####}, {Counted.Of(Trades, "trade")} on {Counted.Of(Days, "day")}, cost share {CostShare:P0}, {(Deflated is { } d ? FormattableString.Invariant($"deflated {d:0.00}") : "deflated undefined")} of {Tried} tried");
}

/// <summary>What came of a sweep.</summary>
public sealed record SweepReport
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Store it is in: its path, or host and database.</summary>
    public string Store { get; init; } = "";

    /// <summary>Trials it has.</summary>
    public int Trials { get; init; }

    /// <summary>Trials that are done.</summary>
    public int Done { get; init; }

    /// <summary>Trials that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Trials that were in the store already.</summary>
    public int Reused { get; init; }

    /// <summary>Trials that are not run yet: the same command goes on with them.</summary>
    public int Left => Trials - Done - Failed;

    /// <summary>Chunks it was cut into; 0: none, its trials ran in this process.</summary>
    public int Chunks { get; init; }

    /// <summary>Whether it was only submitted: its chunks are run by other commands.</summary>
    public bool Submitted { get; init; }

    /// <summary>Whether it was stopped before its end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Why it ended early, or the commonest error of the trials that failed; null: nothing failed.</summary>
    public string? Error { get; init; }

    /// <summary>Trials whose second result was not the first: their keys.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Seconds of wall clock.</summary>
    public double WallSeconds { get; init; }
}

/// <summary>What a sweep would do.</summary>
public sealed record SweepEstimate
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Points of its method.</summary>
    public int Points { get; init; }

    /// <summary>Points that the conditions exclude.</summary>
    public int Excluded { get; init; }

    /// <summary>Points that each condition excludes alone.</summary>
    public IReadOnlyList<SweepExclusion> Exclusions { get; init; } = [];

    /// <summary>Points that repeat an earlier one.</summary>
    public int Repeated { get; init; }

    /// <summary>Trials: points that are left.</summary>
    public int Trials { get; init; }

    /// <summary>Trials that are in the store already.</summary>
    public int Known { get; init; }

    /// <summary>Signal streams: distinct strategies with their parameters on a symbol. Trials that share one differ in nothing that a strategy sees.</summary>
    public int Streams { get; init; }

    /// <summary>Bars, those of the warm-up included.</summary>
    public long Bars { get; init; }

    /// <summary>First traded time, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>End of what trials read, UTC.</summary>
    public DateTime Until { get; init; }

    /// <summary>Trials at the same time.</summary>
    public int Throttle { get; init; }

    /// <summary>Expected time, by one trial that was run for it.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Memory it needs, bytes.</summary>
    public long Memory { get; init; }

    /// <summary>Memory that is free, bytes.</summary>
    public long FreeMemory { get; init; }
}

/// <summary>Points that one condition excludes alone.</summary>
/// <param name="Condition">As it is written.</param>
/// <param name="Points">How many.</param>
public sealed record SweepExclusion(string Condition, int Points);

/// <summary>A trial that was run again, alone, as a plain replay.</summary>
public sealed record SweepCheck
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Its number.</summary>
    public int Trial { get; init; }

    /// <summary>Whether the replay gave the same ledger.</summary>
    public bool Ok { get; init; }

    /// <summary>Ledger hash in the store.</summary>
    public string? LedgerHash { get; init; }

    /// <summary>Ledger hash of the replay; null: it failed.</summary>
    public string? ReplayHash { get; init; }

    /// <summary>What differs, or why it could not be run; null: nothing.</summary>
    public string? Problem { get; init; }
}

/// <summary>Which trials of a sweep are meant.</summary>
public sealed record SweepTrialRequest
{
    /// <summary>Name of the sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>A trial by its name: <c>NAME/N</c>.</summary>
    /// <exception cref="AxflException">It is no such name (<c>TrialNameInvalid</c>).</exception>
    public static SweepTrialRequest Named(string trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var at = trial.LastIndexOf('/');
        if (at > 0 && int.TryParse(trial.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return new() { Sweep = trial[..at], Trials = [number] };
        throw new AxflException("TrialNameInvalid", ErrorKind.Configuration, $"'{trial}' is not the name of a trial: write the name of the sweep, a slash and the number, like lsg-sweep/17.") { Target = trial };
    }

    /// <summary>Numbers of the trials; empty: a sample.</summary>
    public IReadOnlyList<int> Trials { get; init; } = [];

    /// <summary>Trials of a sample, spread evenly over those that are done.</summary>
    public int Sample { get; init; } = 20;

    /// <summary>Where results are.</summary>
    public SweepStoreRequest Store { get; init; } = new();

    /// <summary>Bars instead of those of the sweep: folders, files, or <c>SYMBOL=path</c>, absolute.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}
