namespace Axfl.Runtime;

/// <summary>Two sequences lined up one by one.</summary>
/// <typeparam name="T">What they are of.</typeparam>
/// <param name="Compared">Length of the longer one.</param>
/// <param name="Different">Pairs that differ, and what one has beyond the other.</param>
/// <param name="Number">Where the first difference is, 1-based; 0: nowhere.</param>
/// <param name="Left">Its left part; null: the left sequence has ended.</param>
/// <param name="Right">Its right part.</param>
internal sealed record Lineup<T>(long Compared, long Different, long Number, T? Left, T? Right)
    where T : class
{
    /// <summary>Lines them up; neither is held.</summary>
    public static Lineup<T> Of(IEnumerable<T> left, IEnumerable<T> right, Func<T, T, bool> same, CancellationToken cancellation)
    {
        using var l = left.GetEnumerator();
        using var r = right.GetEnumerator();
        var result = new Lineup<T>(0, 0, 0, null, null);
        long compared = 0, different = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var a = l.MoveNext() ? l.Current : null;
            var b = r.MoveNext() ? r.Current : null;
            if (a is null && b is null) return result with { Compared = compared, Different = different };
            compared++;
            if (a is not null && b is not null && same(a, b)) continue;
            if (++different == 1) result = new Lineup<T>(0, 0, compared, a, b);
        }
    }
}
