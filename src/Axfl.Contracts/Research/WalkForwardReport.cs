namespace Axfl.Contracts;

/// <summary>What a walk-forward came to: its windows, and their test days joined to one series. Undefined numbers are null, with the reason in <see cref="Undefined"/>.</summary>
public sealed record WalkForwardReport
{
    /// <summary>Name of the sweep.</summary>
    public string Sweep { get; init; } = "";

    /// <summary>Start of the first training, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>What no test goes beyond, UTC: the end, or the holdout.</summary>
    public DateTime Until { get; init; }

    /// <summary>Trials of each training.</summary>
    public int Trials { get; init; }

    /// <summary>plateau or best.</summary>
    public string Choose { get; init; } = "";

    /// <summary>The windows in order.</summary>
    public IReadOnlyList<WalkForwardWindow> Windows { get; init; } = [];

    /// <summary>What of the period no window tests; null: nothing.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Test days of all windows, days without trades included.</summary>
    public int Days { get; init; }

    /// <summary>Sum of R of the tests.</summary>
    public double TotalR { get; init; }

    /// <summary>Mean R of a test day.</summary>
    public double? MeanDayR { get; init; }

    /// <summary>Lower end of its 95 % interval, by the stationary bootstrap (Politis and Romano 1994).</summary>
    public double? IntervalLow { get; init; }

    /// <summary>Upper end of it.</summary>
    public double? IntervalHigh { get; init; }

    /// <summary>Mean over deviation of the test days, not annualised.</summary>
    public double? DaySharpe { get; init; }

    /// <summary>Probability that the true Sharpe ratio is above 0 (Bailey and Lopez de Prado 2012).</summary>
    public double? Psr { get; init; }

    /// <summary>Days until that is at least 0.95; null when the Sharpe ratio is not above 0.</summary>
    public double? MinDays { get; init; }

    /// <summary>Mean test day R of the chosen / their mean training day R, both over all windows; null when the latter is not above 0.</summary>
    public double? Efficiency { get; init; }

    /// <summary>Share of test windows with R above 0; a flat one is not.</summary>
    public double WindowsAbove { get; init; }

    /// <summary>noise, weak or evidence; null: not defined.</summary>
    public string? Verdict { get; init; }

    /// <summary>The verdict in words, with what it is about.</summary>
    public string Text { get; init; } = "";

    /// <summary>For each axis, how often the choice moved by more than one step.</summary>
    public IReadOnlyList<WalkForwardMove> Moves { get; init; } = [];

    /// <summary>Why numbers are undefined.</summary>
    public IReadOnlyList<string> Undefined { get; init; } = [];

    /// <summary>Why it was not finished: the first trials of a training all failed, or trials do not end; null: it was.</summary>
    public string? Error { get; init; }

    /// <summary>What people should know of the bars of the whole period, as a sweep over it says.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Training runs that failed.</summary>
    public int Failed { get; init; }

    /// <summary>Second results of trials that differ from the first in the store.</summary>
    public int Alarms { get; init; }
}

/// <summary>One window of a walk-forward. Ends are exclusive, times UTC.</summary>
public sealed record WalkForwardWindow
{
    /// <summary>Its number, from 1.</summary>
    public int Window { get; init; }

    /// <summary>Start of training.</summary>
    public DateTime TrainSince { get; init; }

    /// <summary>End of training, its last days left out.</summary>
    public DateTime TrainUntil { get; init; }

    /// <summary>Start of the test.</summary>
    public DateTime TestSince { get; init; }

    /// <summary>End of the test.</summary>
    public DateTime TestUntil { get; init; }

    /// <summary>Number of the trial chosen; null: none, the window is flat.</summary>
    public int? Trial { get; init; }

    /// <summary>Its parameters by the axes.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Trading days of training.</summary>
    public int TrainDays { get; init; }

    /// <summary>Trades of the chosen trial in training.</summary>
    public int? TrainTrades { get; init; }

    /// <summary>Its R there.</summary>
    public double? TrainTotalR { get; init; }

    /// <summary>Its mean day R there.</summary>
    public double? TrainMeanDayR { get; init; }

    /// <summary>Trading days of the test.</summary>
    public int TestDays { get; init; }

    /// <summary>Trades of the test.</summary>
    public int TestTrades { get; init; }

    /// <summary>R of the test.</summary>
    public double TestTotalR { get; init; }

    /// <summary>Mean day R of the test; null without a day.</summary>
    public double? TestMeanDayR { get; init; }

    /// <summary>Hash of the ledger of the test: that of the same plan as a replay of the same period; null: flat.</summary>
    public string? TestLedgerHash { get; init; }

    /// <summary>Trial key of the test; null: flat.</summary>
    public string? TestKey { get; init; }

    /// <summary>Why the window is flat; null: it is not.</summary>
    public string? Note { get; init; }
}

/// <summary>How steady the choice is on an axis.</summary>
/// <param name="Axis">Key of the axis.</param>
/// <param name="Moves">How often it moved by more than one step from one window to the next.</param>
/// <param name="Of">Of how many.</param>
public sealed record WalkForwardMove(string Axis, int Moves, int Of);
