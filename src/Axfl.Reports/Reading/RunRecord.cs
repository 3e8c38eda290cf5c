using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Runs.Files;

namespace Axfl.Reports.Reading;

/// <summary>A run as its files tell of it. Times in unix ms, UTC.</summary>
internal sealed record RunRecord
{
    /// <summary>Run directory, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>Run id.</summary>
    public required string Id { get; init; }

    /// <summary><c>replay</c> or <c>ws</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Name of the source, as it was chosen.</summary>
    public required string Source { get; init; }

    /// <summary>ended, stopped, failed, killed or running.</summary>
    public required string State { get; init; }

    /// <summary>The effective plan; its engine plan has the run's start.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Text of plan.yaml.</summary>
    public required string PlanText { get; init; }

    /// <summary>What the run was asked for: its start.</summary>
    public required long? Since { get; init; }

    /// <summary>Its end, exclusive; of a run that has not ended the end of its last bar.</summary>
    public required long? Until { get; init; }

    /// <summary>Open time of the first traded bar; null without one.</summary>
    public required long? TradedSince { get; init; }

    /// <summary>End of the last traded bar; null likewise.</summary>
    public required long? TradedUntil { get; init; }

    /// <summary>When it began, for readers: its first traded bar, else what it was asked for; null: not known yet.</summary>
    public long? ShownSince => TradedSince ?? Since;

    /// <summary>How far it came, likewise.</summary>
    public long? ShownUntil => TradedUntil ?? Until;

    /// <summary>Closed trades in order of closing.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>Trading day of each trade's exit, days since 1970-01-01.</summary>
    public required IReadOnlyList<int> TradeDays { get; init; }

    /// <summary>Decisions in order.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Halts as they begin and end; null: the run wrote none down.</summary>
    public required IReadOnlyList<HaltLine>? Halts { get; init; }

    /// <summary>Counts of data by symbol.</summary>
    public required IReadOnlyList<SymbolDataStatus> Data { get; init; }

    /// <summary>Its summary; null: it has none yet, or none that can be read.</summary>
    public required RunSummary? Summary { get; init; }

    /// <summary>Why its summary cannot be read, so that nobody knows how it ended; null: it can, or there is none.</summary>
    public string? SummaryDamage { get; init; }

    /// <summary>Its last status; read only of a run without a summary, and of a live one. Null: none.</summary>
    public required PortfolioStatus? LastStatus { get; init; }

    /// <summary>Lower-case hex SHA-256 of the ledger; empty before the first status.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>Version of Axfl that ran it; empty: not known.</summary>
    public required string Version { get; init; }

    /// <summary>What the journal of a live run tells; null: a replay.</summary>
    public LiveStory? Live { get; init; }

    /// <summary>The engine's plan.</summary>
    public EnginePlan Engine => Plan.Engine;

    /// <summary>Whether it came to its end in order: nothing is missing of what its plan and bars give.</summary>
    public bool IsWhole => Summary is { Interrupted: false } && State == RunStates.Ended;

    /// <summary>Whether its bars were made up.</summary>
    public bool IsInvented => Source == "simulated";

    /// <summary>Symbols in plan order.</summary>
    public IReadOnlyList<Instrument> Instruments => [.. Engine.Symbols.Select(s => s.Instrument)];
}
