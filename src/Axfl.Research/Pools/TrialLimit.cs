namespace Axfl.Research.Pools;

/// <summary>The longest a trial may take: the time given, else 100 times the median of those done, at least 30 s, once 20 are done. Safe on any number of threads.</summary>
/// <param name="given">The time given; null: none.</param>
internal sealed class TrialLimit(TimeSpan? given)
{
    private const int FirstOnes = 20, Remembered = 1000, Medians = 100;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(30);

    private readonly Queue<TimeSpan> _times = new();
    private TimeSpan _limit = TimeSpan.MaxValue;
    private int _since;

    /// <summary>The limit.</summary>
    public TimeSpan Value
    {
        get
        {
            if (given is { } fixedLimit) return fixedLimit;
            lock (_times)
            {
                if (_times.Count < FirstOnes || _since == 0) return _limit;
                _since = 0;
                var sorted = _times.Order().ToArray();
                var limit = Medians * sorted[sorted.Length / 2];
                return _limit = limit > Least ? limit : Least;
            }
        }
    }

    /// <summary>Takes the time of a trial that is done.</summary>
    public void Add(TimeSpan elapsed)
    {
        lock (_times)
        {
            _times.Enqueue(elapsed);
            if (_times.Count > Remembered) _times.Dequeue();
            _since++;
        }
    }
}
