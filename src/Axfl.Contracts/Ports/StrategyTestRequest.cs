namespace Axfl.Contracts;

/// <summary>What Test-AxflStrategy and <c>axfl strategy test</c> ask for.</summary>
/// <param name="Strategy">Name of the strategy.</param>
public sealed record StrategyTestRequest(string Strategy)
{
    /// <summary>Spread-out cuts by default.</summary>
    public const int DefaultCuts = 64;

    /// <summary>
    /// Data, period, overrides and strategies. Its sessions file says the strategy's parameters and interval; null: the strategy's defaults, and
    /// <c>strategies.NAME.params...</c> of <see cref="RunRequest.Set"/>.
    /// </summary>
    public RunRequest Run { get; init; } = new();

    /// <summary>Symbol; null: the first that the strategy trades in the sessions file, EURUSD without a file.</summary>
    public string? Symbol { get; init; }

    /// <summary>Length of a bar; null: that of the sessions file, 5m without one.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Cuts of the look-ahead check that are spread over the period, besides those at actions; 1 to 10,000.</summary>
    public int Cuts { get; init; } = DefaultCuts;

    /// <summary>How a process of its own is started; null: none can be, and what needs one is not run.</summary>
    public StrategyTestHost? Host { get; init; }
}

/// <summary>How to start this program again for a part of a test, told by <see cref="JobVariable"/> in its environment.</summary>
/// <param name="FileName">Program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record StrategyTestHost(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Environment variable that names the folder of the part to be done.</summary>
    public const string JobVariable = "AXFL_STRATEGY_JOB";
}
