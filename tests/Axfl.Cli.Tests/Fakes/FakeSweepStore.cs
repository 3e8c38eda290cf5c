using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>A store of one sweep with three trials.</summary>
internal sealed class FakeSweepStore : ISweepStore
{
    public SweepStoreRequest? Request { get; private set; }

    public SweepTrialFilter? Filter { get; private set; }

    public string? Removed { get; private set; }

    public SweepMeasure Result { get; init; } = new()
    {
        Sweep = "lsg-sweep", Verdict = "noise", Selection = "arbitrary", Text = "Noise: trial 2 is the best of 40 tried.", Trials = 3, Done = 2, Failed = 1, Measured = 2, MinTrades = 100, Objective = "mean_r max",
        Days = 250, TriedEver = 40, Deflated = 0.4321, Pbo = 0.55, SpaConsistent = 0.31, SpaLower = 0.3, SpaUpper = 0.4, AtEdge = ["strategies.lsg.params.sweep_pips"],
        Best = new SweepCandidate { Trial = 2, Trades = 120, TotalR = 12.5, CostShare = 0.4, MeanTradeR = 0.104, NeighbourMedian = 0.02 },
        Undefined = [new("Best.MinDays", "its Sharpe ratio is not above 0")],
    };

    public IReadOnlyList<SweepInfo> List(SweepStoreRequest request)
    {
        Request = request;
        return
        [
            new()
            {
                Sweep = "lsg-sweep", Trials = 3, Done = 2, Failed = 1, Rate = 12.5, TriedEver = 40, Symbols = ["EURUSD", "GBPUSD"], Interval = "5m", Since = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                Until = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc), HoldoutOpenedAt = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), HoldoutTrials = 1, Alarms = 2,
            },
        ];
    }

    public IReadOnlyList<SweepTrial> Trials(SweepStoreRequest request, string sweep, SweepTrialFilter filter)
    {
        (Request, Filter) = (request, filter);
        return
        [
            Trial(1, 3, "done") with { Trades = 100, TotalR = -1.25, AverageR = -0.0125, MaxDrawdownR = 8, CostShare = 0.5, Deflated = filter.Best is null ? null : 0.1 },
            Trial(2, 3.5, "done") with { Trades = 120, TotalR = 12.5, AverageR = 0.104, MaxDrawdownR = 4, CostShare = 0.4, Deflated = filter.Best is null ? null : 0.4321, TriedEver = 40, Days = 250 },
            Trial(3, 4, "failed") with { Error = "lsg on EURUSD: no price" },
        ];
    }

    public SweepMeasure Measure(SweepStoreRequest request, string sweep, IProgress<string>? progress, CancellationToken cancellation)
    {
        Request = request;
        cancellation.ThrowIfCancellationRequested();
        progress?.Report("the plateau");
        return Result;
    }

    public SweepRemoval Remove(SweepStoreRequest request, string sweep)
    {
        Removed = sweep;
        return new(sweep, 3, 2);
    }

    private static SweepTrial Trial(int number, double pips, string state) => new()
    {
        Sweep = "lsg-sweep", Trial = number, State = state, Key = "k" + number,
        Parameters = new Dictionary<string, object?> { ["strategies.lsg.params.sweep_pips"] = pips, ["strategies.lsg.params.second_move_only"] = true },
    };
}
