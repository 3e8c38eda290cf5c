using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Parity;

/// <summary>A run as its directory tells of it.</summary>
internal sealed record ComparedRun
{
    /// <summary>Run directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Run id.</summary>
    public required string Id { get; init; }

    /// <summary>The effective plan. The source of a replay is the one that was chosen, where the run says so.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Version of Axfl; null: the run has not said it yet.</summary>
    public required string? Version { get; init; }

    /// <summary>When it ran; null: it has not said it yet.</summary>
    public required RunPeriod? Period { get; init; }

    /// <summary>Directory with the journal its bars are in; null: its bars come from a source.</summary>
    public required string? JournalDirectory { get; init; }

    /// <summary>Whether orders filled on ticks; else on bars.</summary>
    public bool FillsOnTicks => JournalDirectory is not null;

    /// <summary>Symbols in plan order.</summary>
    public IEnumerable<Instrument> Symbols => Plan.Engine.Symbols.Select(s => s.Instrument);

    /// <summary>Path of a file of the run.</summary>
    public string FileOf(string name) => Path.Combine(Directory, name);

    /// <summary>Reads what a run directory says of its run; of a live run the whole journal is held against its chain.</summary>
    /// <exception cref="AxflException">It is no run directory (<c>RunNotFound</c>), or a file of it is damaged (<c>JournalBroken</c>, <c>JournalPlanChanged</c>, ...).</exception>
    public static ComparedRun Open(string directory, IReadOnlyList<StrategyDefinition> strategies, CancellationToken cancellation)
    {
        _ = RecordedPlan.PathIn(directory);
        var summary = File.Exists(Path.Combine(directory, RunFiles.Summary)) ? SummaryFiles.Read(directory) : null;
        return JournalFiles.Exist(directory)
            ? Live(directory, summary, strategies, cancellation) : Replay(directory, summary, strategies, cancellation);
    }

    private static ComparedRun Live(string directory, RunSummary? summary, IReadOnlyList<StrategyDefinition> strategies, CancellationToken cancellation)
    {
        using var bars = new JournalBars(directory, cancellation);
        var plan = JournalPlan.Load(directory, bars.Start, strategies, new RunRequest { Mode = "ws" });
        return new ComparedRun
        {
            Directory = directory,
            Id = bars.Start.Run,
            Plan = plan,
            Version = summary?.Version ?? bars.Start.Version,
            Period = RunPeriod.OfJournal(bars, plan),
            JournalDirectory = directory,
        };
    }

    private static ComparedRun Replay(string directory, RunSummary? summary, IReadOnlyList<StrategyDefinition> strategies, CancellationToken cancellation)
    {
        var plan = SessionsLoader.Load(RecordedPlan.Request(RecordedPlan.PathIn(directory), new RunRequest()), strategies);
        // A run that was killed early, or has only just begun, has none: what it did can be compared, its bars cannot.
        var status = summary is null or { Interrupted: true } ? StatusFiles.LastOrNone(directory) : null;
        var source = summary?.Source ?? status?.Source ?? plan.Source;
        var journal = source == Replays.JournalSource ? plan.DataPath.FirstOrDefault(plan.DataDir) : null;
        return new ComparedRun
        {
            Directory = directory,
            Id = summary?.Run ?? status?.Run ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)),
            Plan = plan with { Source = source },
            Version = summary?.Version,
            Period = (PeriodOf(journal, plan, cancellation) ?? RunPeriod.OfReplay(summary, status, plan))?.CutAt(status, plan.Engine.Interval),
            JournalDirectory = journal,
        };
    }

    // A journal is replayed whole: its period is that of the live run, as long as it is still there.
    private static RunPeriod? PeriodOf(string? journalDirectory, RunPlan plan, CancellationToken cancellation)
    {
        if (journalDirectory is null || !JournalFiles.Exist(journalDirectory)) return null;
        using var bars = new JournalBars(journalDirectory, cancellation);
        return RunPeriod.OfJournal(bars, plan);
    }
}
