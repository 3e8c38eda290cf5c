using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>One run of a sweep: its thread alone writes to the store and tells the watcher.</summary>
/// <param name="sweep">The sweep file.</param>
/// <param name="request">What was asked.</param>
/// <param name="store">The store.</param>
/// <param name="trials">All trials, numbered.</param>
/// <param name="work">Runs one.</param>
/// <param name="tradingDays">Number of trading days with a traded bar.</param>
/// <param name="dataset">Key of the data set.</param>
/// <param name="watcher">Who is told.</param>
/// <param name="time">Clock.</param>
internal sealed class SweepRun(
    SweepDefinition sweep, SweepRequest request, TrialStore store, IReadOnlyList<NumberedTrial> trials, TrialWork work, int tradingDays, string dataset, ISweepWatcher watcher,
    TimeProvider time)
{
    private const int FirstOnes = 20, MostInABatch = 200;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50), BatchEvery = TimeSpan.FromMilliseconds(500), ProgressEvery = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, TrialRow> _known = new(StringComparer.Ordinal);
    private readonly List<TrialRow> _batch = [];
    private readonly TrialLimit _times = new(request.TrialTimeout);
    private readonly Dictionary<string, int> _errors = new(StringComparer.Ordinal);
    private readonly List<string> _alarms = [];
    private readonly BestSoFar _best = new(sweep.Objective, tradingDays);
    private readonly Lookup _byKey = new(trials);
    private int _told, _finished, _reused, _tried;
    private long _lastBatch, _lastProgress, _began;
    private string? _reason;
    private TimeSpan _limit;

    /// <summary>Runs it.</summary>
    /// <param name="isStopped">Whether it is to begin nothing more.</param>
    public SweepReport Run(Func<bool> isStopped)
    {
        _began = _lastBatch = time.GetTimestamp();
        _limit = _times.Value;
        foreach (var (key, row) in store.Find(trials.Select(t => t.Key)).OrderBy(r => _byKey[r.Key]))
        {
            _known[key] = row;
            _best.Take(_byKey[key], row with { R = store.Days(key)?.R });
        }

        _reused = _known.Count;
        _tried = store.CountTried(dataset);
        Tell();
        NumberedTrial[] todo = [.. trials.Where(t => !_known.ContainsKey(t.Key)).DistinctBy(t => t.Key, StringComparer.Ordinal)];
        using var pool = new LocalPool<TrialRow>(Threads, todo.Length, (i, c) => work.Run(todo[i], c), time);
        pool.Start();
        var interrupted = Follow(pool, todo, isStopped);
        Flush();
        Progress(isLast: true);
        return Report(interrupted);
    }

    private int Threads => request.Throttle > 0 ? request.Throttle : Environment.ProcessorCount;

    private bool Follow(LocalPool<TrialRow> pool, NumberedTrial[] todo, Func<bool> isStopped)
    {
        var isInterrupted = false;
        while (!pool.IsIdle)
        {
            if (pool.TryTake(Wait, out var result)) Take(result, todo);
            if (!isInterrupted && _reason is null && isStopped())
            {
                isInterrupted = true;
                pool.Stop();
            }

            if (_batch.Count >= MostInABatch || time.GetElapsedTime(_lastBatch) >= BatchEvery) Flush();
            Progress(isLast: false);
            pool.GiveUp(_limit);
            if (_reason is null && Refusal(pool, todo) is { } reason)
            {
                _reason = reason;
                pool.Stop();
            }

            // Nobody waits for what does not end.
            if (pool.Hanging.Count >= Threads) break;
        }

        while (pool.TryTake(TimeSpan.Zero, out var last)) Take(last, todo);
        return isInterrupted;
    }

    // The first to finish all failed: so will the others. Or nobody is left to run them.
    private string? Refusal(LocalPool<TrialRow> pool, NumberedTrial[] todo)
    {
        if (pool.Hanging is { Count: > 0 } hanging && hanging.Count >= Threads)
            return $"As many trials as run at the same time do not end: {string.Join(", ", hanging.Select(i => todo[i].Number))}. Their strategies must be corrected.";
        return _finished >= FirstOnes && _errors.Values.Sum() == _finished ? $"The first {_finished} trials to finish have all failed." : null;
    }

    private void Take(PoolResult<TrialRow> result, NumberedTrial[] todo)
    {
        var row = result.Value ?? work.TimedOut(todo[result.Index], result.Elapsed);
        _finished++;
        if (row.State == TrialRow.Done) _times.Add(result.Elapsed);
        else _errors[row.Error ?? ""] = _errors.GetValueOrDefault(row.Error ?? "") + 1;
        _batch.Add(row);
    }

    private void Flush()
    {
        _lastBatch = time.GetTimestamp();
        // Anew with each batch, not with each trial: it is a sort.
        _limit = _times.Value;
        if (_batch.Count == 0) return;
        foreach (var alarm in store.Write(_batch))
        {
            _alarms.Add(alarm.Trial);
            watcher.Notice(NoticeLevel.Warning, $"Trial {_byKey[alarm.Trial]} gave another result than before: {alarm.OtherHash ?? "it failed"} by {alarm.Worker}, {alarm.KeptHash ?? "it failed"} is kept.");
        }

        foreach (var row in _batch)
        {
            _known[row.Key] = row with { R = null, Days = null, TradesCsv = null };
            _best.Take(_byKey[row.Key], row);
        }

        _batch.Clear();
        _tried = store.CountTried(dataset);
        Tell();
    }

    // In the order of their numbers, as far as all before them are known.
    private void Tell()
    {
        while (_told < trials.Count && _known.TryGetValue(trials[_told].Key, out var row))
        {
            watcher.Trial(SweepTrials.Of(sweep.Name, trials[_told], row));
            _told++;
        }
    }

    private void Progress(bool isLast)
    {
        if (!isLast && time.GetElapsedTime(_lastProgress) < ProgressEvery) return;
        _lastProgress = time.GetTimestamp();
        var seconds = time.GetElapsedTime(_began).TotalSeconds;
        var rate = seconds > 0 ? _finished / seconds : 0;
        var done = Math.Min(trials.Count, _reused + _finished);
        TimeSpan? left = rate > 0 ? TimeSpan.FromSeconds(Math.Min((trials.Count - done) / rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null;
        watcher.Progress(new SweepProgress("running", (double)done / trials.Count, done, trials.Count, rate, left, _best.Show(_tried)));
    }

    private SweepReport Report(bool isInterrupted)
    {
        // What is known but could not be told in order, because something before it is not.
        var done = trials.Count(t => _known.TryGetValue(t.Key, out var row) && row.State == TrialRow.Done);
        var failed = trials.Count(t => _known.TryGetValue(t.Key, out var row) && row.State != TrialRow.Done);
        var commonest = _known.Values.Where(r => r.State != TrialRow.Done).GroupBy(r => r.Error).MaxBy(g => g.Count());
        var error = commonest is null ? null : FormattableString.Invariant($"{Counted.Of(failed, "trial")} failed; the commonest error, {Counted.Of(commonest.Count(), "time")}: {commonest.Key}");
        return new SweepReport
        {
            Sweep = sweep.Name, Store = store.Name, Trials = trials.Count, Done = done, Failed = failed, Reused = _reused,
            // A stop that came when all was done interrupted nothing.
            Interrupted = isInterrupted && done + failed < trials.Count,
            Error = _reason is null ? error : _reason + (error is null ? "" : " " + error), Alarms = _alarms,
        };
    }

    /// <summary>Number of the first trial of a key.</summary>
    private sealed class Lookup
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public Lookup(IReadOnlyList<NumberedTrial> trials)
        {
            foreach (var trial in trials) _numbers.TryAdd(trial.Key, trial.Number);
        }

        public int this[string key] => _numbers[key];
    }
}
