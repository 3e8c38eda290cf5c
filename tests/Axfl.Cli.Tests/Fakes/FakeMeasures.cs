using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Measures with given answers; they remember what was asked.</summary>
internal sealed class FakeMeasures : IRunMeasures
{
    public MeasureRequest? Asked { get; private set; }

    public RunAmbiguity Found { get; init; } = new()
    {
        Run = "a", Profile = "portfolio", Intrabar = "worst", Trades = 3, TotalR = -1.5, CostShare = 0.25, AmbiguousBars = 2, UndecidedTrades = 1, WorstR = -1.5, PathR = 0.5, BestR = 3, DrillR = null,
        DrilledShare = 0, FixedWorstR = -1.5, FixedBestR = 0.5, OutsideBounds = ["best"], Note = "The runs best leave the fixed bounds.",
        Undecided = [new(2, "EURUSD", "lsg", new DateTime(2025, 1, 2, 7, 0, 0, DateTimeKind.Utc), new DateTime(2025, 1, 2, 7, 5, 0, DateTimeKind.Utc), -1, -1, 1)],
    };

    public IReadOnlyList<GateMeasure> FoundGates { get; init; } =
    [
        new()
        {
            Run = "a", Rule = "drawdown", Gate = "drawdown", Removed = "risk.drawdown=null", TotalR = -1.5, WithoutR = -4, Trades = 3, WithoutTrades = 5, CostShare = 0.25, Days = 40, SavedRLow = -1,
            SavedRHigh = 6, P = 0.12, PHolm = 0.24, SavedPnl = 1250, Refused = 4, ShadowFilled = 2, ShadowOverlapping = 1, ShadowWins = 0, ShadowR = -2,
            AttributedR = 1.25, AttributedPnl = 600, NoneR = -2.75, NonePnl = -1300,
        },
    ];

    public IReadOnlyList<RobustnessMeasure> FoundRows { get; init; } =
    [
        new()
        {
            Run = "a", Kind = "costs", Measure = "total_r", AsRun = -1.5, Mean = -1.6, Q01 = -4, Q05 = -3, Q25 = -2, Q50 = -1.5, Q75 = -1, Q95 = 0, Q99 = 1, Draws = 1000, Seed = 1, Trades = 3, Days = 40,
            CostShare = 0.25, BreakEvenCostFactor = 0.7135,
        },
        new() { Run = "a", Kind = "resample", Measure = "longest_losing_run", AsRun = 2, Reason = "fewer than 20 trading days", Draws = 0, Seed = 1, Trades = 3, Days = 4, CostShare = 0.25 },
    ];

    public bool WaitsForStop { get; init; }

    public IReadOnlyList<string> Rules => ["drawdown"];

    public RunAmbiguity Ambiguity(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) => Answer(request, Found, progress, cancellation);

    public IReadOnlyList<GateMeasure> Gates(GateRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) => Answer(request, FoundGates, progress, cancellation);

    public IReadOnlyList<RobustnessMeasure> Robustness(RobustnessRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) =>
        Answer(request, FoundRows, progress, cancellation);

    public IReadOnlyList<ShadowResult> ShadowResults(MeasureRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) => [];

    private T Answer<T>(MeasureRequest request, T found, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        Asked = request;
        progress?.Report(new("measuring", 0.5));
        if (WaitsForStop) cancellation.WaitHandle.WaitOne();
        cancellation.ThrowIfCancellationRequested();
        return found;
    }
}
