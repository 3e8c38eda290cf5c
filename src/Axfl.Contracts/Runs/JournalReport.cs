namespace Axfl.Contracts;

/// <summary>What Test-AxflJournal and <c>axfl journal check</c> ask for.</summary>
/// <param name="RunDirectory">The run directory, absolute.</param>
public sealed record JournalCheckRequest(string RunDirectory)
{
    /// <summary>Assemblies with strategies of the user's own that the run used.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks); the check makes and calls those that the run used.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];
}

/// <summary>What a live run's journal is, and what follows from it.</summary>
public sealed record JournalReport
{
    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>The journal, absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Whether every whole line is what was written, in order, and its inputs give its results again.</summary>
    public required bool Ok { get; init; }

    /// <summary>Whole lines that hold.</summary>
    public required long Lines { get; init; }

    /// <summary>Bytes of a torn last line, which a resumed run cuts; 0: none.</summary>
    public long TornBytes { get; init; }

    /// <summary>First line that does not hold, 1-based; null: none.</summary>
    public long? BrokenLine { get; init; }

    /// <summary>What is wrong; null: nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether its last line says that the run ended in order.</summary>
    public bool Ended { get; init; }

    /// <summary>Hash of the last whole line: noted elsewhere, it proves later that nothing before it was changed.</summary>
    public string LastHash { get; init; } = "";

    /// <summary>Time of the first event, UTC; null without one.</summary>
    public DateTime? First { get; init; }

    /// <summary>Time of the last event, UTC; null without one.</summary>
    public DateTime? Last { get; init; }

    /// <summary>Lines by kind.</summary>
    public IReadOnlyDictionary<string, long> Kinds { get; init; } = new Dictionary<string, long>();

    /// <summary>Closed trades that follow from the inputs.</summary>
    public int Trades { get; init; }

    /// <summary>Ledger hash that follows from the inputs.</summary>
    public string LedgerHash { get; init; } = "";

    /// <summary>What this check proves.</summary>
    public IReadOnlyList<string> Proves { get; init; } = [];

    /// <summary>What it cannot prove.</summary>
    public IReadOnlyList<string> CannotProve { get; init; } = [];
}
