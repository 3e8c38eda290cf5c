using Axfl.Contracts;
using Axfl.Research.Statistics;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>The best trial so far, and how likely it is better than the best of so many without skill.</summary>
/// <param name="objective">What is best.</param>
/// <param name="tradingDays">Number of trading days with a traded bar.</param>
internal sealed class BestSoFar(SweepObjective objective, int tradingDays)
{
    private int _count;
    private double _mean, _squares;
    private (int Trial, double Value, double[]? R, TrialMetrics Metrics)? _best;

    /// <summary>It, for people; null: no trial has trades enough.</summary>
    /// <param name="tried">Plans ever tried on these data.</param>
    public SweepBest? Show(int tried) => _best is not { } best ? null
        : new(best.Trial, objective.By, best.Value, best.Metrics.Trades ?? 0, tradingDays, best.Metrics.CostShare, tried, Deflated(tried));

    /// <summary>Takes a trial.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="row">Its row; its days may be missing.</param>
    public void Take(int number, TrialRow row)
    {
        if (objective.Of(row.Metrics) is not { } value) return;
        if (row.Metrics is { MeanDayR: { } mean, DayDeviationR: > 0 and var deviation }) Add(mean / deviation);
        if (_best is { } best && (objective.IsMax ? value < best.Value : value > best.Value)) return;
        if (_best is not { } other || value != other.Value || number < other.Trial) _best = (number, value, row.R, row.Metrics!);
    }

    /// <summary>Probability that its Sharpe ratio is above the best expected of so many trials without skill (Bailey, López de Prado 2014); null: undefined, also while one trial does not tell by how much they differ.</summary>
    /// <param name="tried">Plans ever tried on these data.</param>
    public double? Deflated(int tried)
    {
        if (_best?.R is not { } r || tradingDays < SharpeTests.FewestDays || r.Length > tradingDays || (_count < 2 && tried > 1)) return null;
        var days = new double[tradingDays];
        r.CopyTo(days, 0);
        var moments = Moments.Of(days);
        if (moments.Deviation == 0) return null;
        var expected = SharpeTests.ExpectedBest(_count < 2 ? 0 : Math.Sqrt(_squares / (_count - 1)), tried);
        return SharpeTests.Probabilistic(moments.Sharpe, tradingDays, moments.Skewness, moments.Kurtosis, expected);
    }

    private void Add(double sharpe)
    {
        _count++;
        var off = sharpe - _mean;
        _mean += off / _count;
        _squares += off * (sharpe - _mean);
    }
}

/// <summary>Says of each trial whether it is among so many best at the time it ends: the best of all are then among them.</summary>
/// <param name="objective">What is best.</param>
/// <param name="places">How many; 0: none is.</param>
internal sealed class AmongBest(SweepObjective objective, int places)
{
    private readonly PriorityQueue<double, double> _taken = new();
    private readonly object _one = new();

    /// <summary>Whether a trial is.</summary>
    public bool Take(TrialRow row)
    {
        if (places == 0 || objective.Of(row.Metrics) is not { } value) return false;
        var rank = objective.IsMax ? value : -value;
        lock (_one)
        {
            if (_taken.Count < places) _taken.Enqueue(rank, rank);
            else if (rank < _taken.Peek()) return false;
            else _taken.EnqueueDequeue(rank, rank);
            return true;
        }
    }
}
