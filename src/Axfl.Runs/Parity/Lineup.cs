namespace Axfl.Runs.Parity;

/// <summary>Two sequences lined up.</summary>
/// <typeparam name="T">What they are of.</typeparam>
/// <param name="Compared">Pairs, and parts of one alone.</param>
/// <param name="Different">Pairs that differ, and what one has beyond the other.</param>
/// <param name="Number">Where the first difference is, 1-based; 0: nowhere.</param>
/// <param name="Left">Its left part; null: the left sequence has none.</param>
/// <param name="Right">Its right part.</param>
internal sealed record Lineup<T>(long Compared, long Different, long Number, T? Left, T? Right)
    where T : class
{
    /// <summary>
    /// Lines two sequences in order of time up, time by time, so that one part more or less makes nothing later different; of neither more is held than the
    /// parts of one time.
    /// </summary>
    /// <param name="left">Left sequence.</param>
    /// <param name="right">Right sequence.</param>
    /// <param name="timeOf">Time of a part; it never falls.</param>
    /// <param name="identity">What two parts of one time have in common to be held against each other.</param>
    /// <param name="same">Whether they are equal.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Lineup<T> OfGroups<TIdentity>(
        IEnumerable<T> left, IEnumerable<T> right, Func<T, long> timeOf, Func<T, TIdentity> identity, Func<T, T, bool> same, CancellationToken cancellation)
    {
        using var l = new Groups(left, timeOf);
        using var r = new Groups(right, timeOf);
        var counter = new Counter();
        while (l.Time is not null || r.Time is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            var time = Math.Min(l.Time ?? long.MaxValue, r.Time ?? long.MaxValue);
            var others = r.Time == time ? r.Take() : [];
            foreach (var part in l.Time == time ? l.Take() : [])
            {
                var at = others.FindIndex(o => Equals(identity(o), identity(part)));
                var other = at < 0 ? null : others[at];
                if (at >= 0) others.RemoveAt(at);
                counter.Count(part, other, same);
            }

            foreach (var part in others) counter.Count(null, part, same);
        }

        return counter.Result;
    }

    private sealed class Counter
    {
        public Lineup<T> Result { get; private set; } = new(0, 0, 0, null, null);

        public void Count(T? left, T? right, Func<T, T, bool> same)
        {
            Result = Result with { Compared = Result.Compared + 1 };
            if (left is not null && right is not null && same(left, right)) return;
            Result = Result.Different == 0 ? new Lineup<T>(Result.Compared, 1, Result.Compared, left, right) : Result with { Different = Result.Different + 1 };
        }
    }

    private sealed class Groups : IDisposable
    {
        private readonly IEnumerator<T> _parts;
        private readonly Func<T, long> _timeOf;
        private bool _has;

        public Groups(IEnumerable<T> parts, Func<T, long> timeOf)
        {
            (_parts, _timeOf) = (parts.GetEnumerator(), timeOf);
            _has = _parts.MoveNext();
        }

        public long? Time => _has ? _timeOf(_parts.Current) : null;

        public List<T> Take()
        {
            var (time, group) = (Time, new List<T>());
            for (; _has && Time == time; _has = _parts.MoveNext()) group.Add(_parts.Current);
            return group;
        }

        public void Dispose() => _parts.Dispose();
    }
}
