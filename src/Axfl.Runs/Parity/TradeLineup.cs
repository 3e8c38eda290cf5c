using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Lines the trades of two runs up by what they are, not by where they stand: a trade more in one of them makes no other trade different.</summary>
internal static class TradeLineup
{
    /// <summary>Lines them up: first by slot, side and time of entry, then what is left by slot and side where both were open at one time.</summary>
    /// <param name="left">Left ledger.</param>
    /// <param name="right">Right ledger.</param>
    /// <param name="same">Whether two trades are equal.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The first difference is the earliest by its close; its number is that of the left ledger, of a trade it lacks that of the right.</returns>
    public static Lineup<Trade> Of(IReadOnlyList<Trade> left, IReadOnlyList<Trade> right, Func<Trade, Trade, bool> same, CancellationToken cancellation)
    {
        var pairs = new List<(Trade? Left, Trade? Right)>();
        var byEntry = right.GroupBy(Entry).ToDictionary(g => g.Key, g => new Queue<Trade>(g));
        var lone = new List<Trade>();
        foreach (var trade in left)
        {
            cancellation.ThrowIfCancellationRequested();
            if (byEntry.TryGetValue(Entry(trade), out var waiting) && waiting.TryDequeue(out var pair)) pairs.Add((trade, pair));
            else lone.Add(trade);
        }

        var others = byEntry.Values.SelectMany(q => q).GroupBy(Slot).ToDictionary(g => g.Key, g => g.OrderBy(t => t.TradeId).ToList());
        foreach (var trade in lone)
        {
            var other = others.TryGetValue(Slot(trade), out var candidates) ? candidates.Find(c => c.EntryTime <= trade.ExitTime && trade.EntryTime <= c.ExitTime) : null;
            if (other is not null) candidates!.Remove(other);
            pairs.Add((trade, other));
        }

        pairs.AddRange(others.Values.SelectMany(o => o).Select(t => ((Trade?)null, (Trade?)t)));
        var different = pairs.Where(p => p.Left is not { } l || p.Right is not { } r || !same(l, r)).ToList();
        if (different.Count == 0) return new Lineup<Trade>(pairs.Count, 0, 0, null, null);
        var first = different.OrderBy(Closed).ThenBy(p => (p.Left ?? p.Right)!.TradeId).First();
        return new Lineup<Trade>(pairs.Count, different.Count, (first.Left ?? first.Right)!.TradeId, first.Left, first.Right);
    }

    private static DateTime Closed((Trade? Left, Trade? Right) pair) =>
        pair.Left is not { } l ? pair.Right!.ExitTime : pair.Right is not { } r || l.ExitTime < r.ExitTime ? l.ExitTime : r.ExitTime;

    private static (string, string, string, DateTime) Entry(Trade t) => (t.Symbol, t.Strategy, t.Side, t.EntryTime);

    private static (string, string, string) Slot(Trade t) => (t.Symbol, t.Strategy, t.Side);
}
