namespace Axfl.Reports.Reading;

/// <summary>How long the last price of each symbol was older than allowed.</summary>
/// <param name="symbols">Number of symbols.</param>
/// <param name="began">When prices began, unix ms.</param>
/// <param name="allowed">How old a price may be, ms.</param>
internal sealed class SilentTimes(int symbols, long began, long allowed)
{
    private readonly long[] _last = [.. Enumerable.Repeat(began, symbols)];
    private readonly List<(long From, long To)>[] _silent = [.. Enumerable.Range(0, symbols).Select(_ => new List<(long, long)>())];

    /// <summary>A price was received.</summary>
    public void Take(int symbol, long received)
    {
        if (symbol < 0 || symbol >= symbols || received <= _last[symbol]) return;
        if (received - _last[symbol] > allowed) _silent[symbol].Add((_last[symbol] + allowed, received));
        _last[symbol] = received;
    }

    /// <summary>By symbol, the share of the time that counts in which its price was old.</summary>
    public IReadOnlyList<double> Shares(IReadOnlyList<Outage> stretches, long ended)
    {
        for (var i = 0; i < symbols; i++) Take(i, ended);
        Outage[] counting = [.. stretches.Where(FeedTimes.Counts)];
        double all = counting.Sum(s => s.To - s.From);
        return [.. _silent.Select(silent => all > 0 ? silent.Sum(s => Overlap(s.From, s.To, counting)) / all : 0)];
    }

    private static long Overlap(long from, long to, Outage[] stretches) => stretches.Sum(s => Math.Max(0, Math.Min(to, s.To) - Math.Max(from, s.From)));
}
