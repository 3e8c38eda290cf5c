using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>How far a sweep is that others run: it is told from what the store has.</summary>
internal sealed class SweepProgressing(SweepPlan plan, TrialStore store, SweepBars bars, IReadOnlyList<NumberedTrial> trials, ISweepWatcher watcher, TimeProvider time)
{
    private const int FirstOnes = 20;

    private readonly Dictionary<string, TrialRow> _known = new(StringComparer.Ordinal);
    private readonly BestSoFar _best = new(plan.Sweep.Objective, bars.Times.TradingDays.Count);
    private readonly Dictionary<string, int> _numbers = trials.GroupBy(t => t.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Number, StringComparer.Ordinal);
    private readonly DateTime _since = time.GetUtcNow().UtcDateTime;
    private readonly long _began = time.GetTimestamp();
    private int _told, _reused, _finished, _failed;

    /// <summary>Why the sweep is not worth going on with: the first to finish, or all, have failed; null: it is.</summary>
    public string? AllFailed => _finished >= FirstOnes && _failed == _finished ? $"The first {_finished} trials to finish have all failed. {Commonest}" : null;

    private string? Commonest => _known.Values.Where(r => r.State != TrialRow.Done).GroupBy(r => r.Error).MaxBy(g => g.Count()) is { } most
        ? FormattableString.Invariant($"{Counted.Of(_known.Values.Count(r => r.State != TrialRow.Done), "trial")} failed; the commonest error, {Counted.Of(most.Count(), "time")}: {most.Key}") : null;

    /// <summary>Takes what is known already.</summary>
    public void Begin(IEnumerable<TrialRow> found)
    {
        Add(found);
        _reused = _known.Count;
        Tell(isLast: false);
    }

    /// <summary>Takes the results of a chunk that is done.</summary>
    public void Take(ChunkRow chunk)
    {
        var rows = store.Rows(plan.Sweep.Name, chunk.First, chunk.Last).Select(t => t.Row).OfType<TrialRow>().Where(r => !_known.ContainsKey(r.Key)).DistinctBy(r => r.Key).ToList();
        _finished += rows.Count;
        _failed += rows.Count(r => r.State != TrialRow.Done);
        Add(rows);
    }

    /// <summary>Tells trials in the order of their numbers, as far as all before them are known, and how far the sweep is.</summary>
    public void Tell(bool isLast)
    {
        while (_told < trials.Count && (_known.TryGetValue(trials[_told].Key, out var row) || isLast))
        {
            if (row is not null) watcher.Trial(SweepTrials.Of(plan.Sweep.Name, trials[_told], row));
            _told++;
        }

        var seconds = time.GetElapsedTime(_began).TotalSeconds;
        var (rate, done) = (seconds > 0 ? _finished / seconds : 0, Math.Min(trials.Count, _reused + _finished));
        TimeSpan? left = rate > 0 ? TimeSpan.FromSeconds(Math.Min((trials.Count - done) / rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null;
        watcher.Progress(new SweepProgress("running", (double)done / trials.Count, done, trials.Count, rate, left, _best.Show(store.CountTried(bars.Dataset.Key))));
    }

    /// <summary>What came of it so far.</summary>
    public SweepReport Report() => new()
    {
        Sweep = plan.Sweep.Name, Store = store.Name, Trials = trials.Count, Reused = _reused, Error = Commonest,
        Done = trials.Count(t => _known.TryGetValue(t.Key, out var row) && row.State == TrialRow.Done),
        Failed = trials.Count(t => _known.TryGetValue(t.Key, out var row) && row.State != TrialRow.Done),
        Alarms = [.. store.Alarms().Where(a => a.At >= _since && IsOurs(a.Trial)).Select(a => a.Trial)],
    };

    private bool IsOurs(string key) => _numbers.ContainsKey(key) || store.Chunk(key)?.Sweep == plan.Sweep.Name;

    private void Add(IEnumerable<TrialRow> rows)
    {
        var added = rows.ToList();
        var r = new Dictionary<string, double[]>(StringComparer.Ordinal);
        store.Days(added.Select(a => a.Key), (key, _, values) => r[key] = values);
        foreach (var row in added.OrderBy(a => _numbers[a.Key]))
        {
            _known[row.Key] = row;
            _best.Take(_numbers[row.Key], row with { R = r.GetValueOrDefault(row.Key) });
        }
    }
}
