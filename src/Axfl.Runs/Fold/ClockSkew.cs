namespace Axfl.Runs.Fold;

/// <summary>
/// Finds out whether this machine's clock is wrong: the median of how far the last 50 prices are stamped ahead of their receipt, when nearly all lie
/// near it, whatever their symbol. More than 2 s either way is a wrong clock; one symbol alone moves nothing.
/// </summary>
/// <param name="maxLag">Prices older than this, ms, are old, and say nothing of the clock.</param>
/// <param name="symbols">Number of symbols.</param>
internal sealed class ClockSkew(long maxLag, int symbols)
{
    /// <summary>So many prices are looked at.</summary>
    public const int Window = 50;

    private const long Wrong = 2_000, Right = 1_000, Apart = 1_000, Step = 500, Recent = 60_000;
    private const double Alike = 0.8;

    private readonly long[] _leads = new long[Window];
    private readonly (long Lead, long Received)[] _last = [.. Enumerable.Repeat((0L, long.MinValue / 2), symbols)];
    private readonly long[] _sorted = new long[Window];
    private int _count;

    /// <summary>What to add to this machine's clock, ms: 0, or what the prices say.</summary>
    public long Skew { get; private set; }

    /// <summary>Takes a price, also one that is refused for being ahead.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="stamped">Unix ms.</param>
    /// <param name="received">Unix ms, this machine's clock as it is.</param>
    /// <returns>Whether the skew changed.</returns>
    public bool Take(int symbol, long stamped, long received)
    {
        _leads[_count++ % Window] = stamped - received;
        _last[symbol] = (stamped - received, received);
        if (_count < Window) return false;
        _leads.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        var median = _sorted[Window / 2];
        var near = 0;
        foreach (var lead in _sorted)
            if (Math.Abs(lead - median) <= Apart) near++;
        if (near < Alike * Window || (Math.Abs(median) > Wrong && !AllSay(median, received))) return false;
        var found = Math.Abs(median) > Wrong && -median <= maxLag ? median : Math.Abs(median) <= Right || -median > maxLag ? 0 : Skew;
        if (found == Skew || (found != 0 && Math.Abs(found - Skew) < Step)) return false;
        Skew = found;
        return true;
    }

    // A symbol whose last price, not long ago, was stamped otherwise contradicts.
    private bool AllSay(long median, long now)
    {
        foreach (var (lead, received) in _last)
            if (now - received <= Recent && Math.Abs(lead - median) > Apart) return false;
        return true;
    }
}
