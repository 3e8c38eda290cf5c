using Axfl.Contracts;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Parity;

/// <summary>Lines the prices of two journals up, symbol by symbol: bars that are the same may have been made of others, and orders fill on each.</summary>
internal sealed class TickComparison
{
    private readonly Dictionary<string, (Queue<Tick> Left, Queue<Tick> Right)> _waiting = new(StringComparer.Ordinal);

    private string? _first;

    private TickComparison(IEnumerable<string> symbols)
    {
        foreach (var symbol in symbols) _waiting[symbol] = (new Queue<Tick>(), new Queue<Tick>());
    }

    /// <summary>Compares prices of the symbols both have.</summary>
    /// <param name="left">Left run; it has a journal.</param>
    /// <param name="right">Right run; likewise.</param>
    /// <param name="from">First time, unix ms.</param>
    /// <param name="through">Last time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public static string? FirstDifference(ComparedRun left, ComparedRun right, long from, long through, CancellationToken cancellation)
    {
        var comparison = new TickComparison(left.Symbols.Select(s => s.Symbol).Intersect(right.Symbols.Select(s => s.Symbol)));
        using var l = Ticks(left, from, through, cancellation).GetEnumerator();
        using var r = Ticks(right, from, through, cancellation).GetEnumerator();
        bool hasLeft = true, hasRight = true;
        while (comparison._first is null && (hasLeft || hasRight))
        {
            if (hasLeft && (hasLeft = l.MoveNext())) comparison.Take(l.Current.Symbol, l.Current.Tick, isLeft: true);
            if (hasRight && (hasRight = r.MoveNext())) comparison.Take(r.Current.Symbol, r.Current.Tick, isLeft: false);
        }

        return comparison._first ?? comparison.Missing();
    }

    private static IEnumerable<(string Symbol, Tick Tick)> Ticks(ComparedRun run, long from, long through, CancellationToken cancellation)
    {
        using var journal = new JournalFolding(run.JournalDirectory!, withProof: false);
        var symbols = journal.Start.Symbols;
        while (journal.Skip())
        {
            cancellation.ThrowIfCancellationRequested();
            var line = journal.Line;
            if (line.Kind == JournalKind.Tick && line.Time >= from && line.Time <= through && line.Symbol < symbols.Count)
                yield return (symbols[line.Symbol], new Tick(line.Time, line.Price, line.Spread));
        }
    }

    private void Take(string symbol, Tick tick, bool isLeft)
    {
        if (_first is not null || !_waiting.TryGetValue(symbol, out var waiting)) return;
        var (own, other) = isLeft ? waiting : (waiting.Right, waiting.Left);
        if (!other.TryDequeue(out var pair)) own.Enqueue(tick);
        else if (!Same(tick, pair)) _first = isLeft ? Words(symbol, tick, pair) : Words(symbol, pair, tick);
    }

    private static bool Same(in Tick a, in Tick b) => a.Time == b.Time && Near(a.Price, b.Price) && (Near(a.Spread, b.Spread) || (double.IsNaN(a.Spread) && double.IsNaN(b.Spread)));

    private static bool Near(double a, double b) => Math.Abs(a - b) < Prices.Tolerance;

    private static string Words(string symbol, in Tick left, in Tick right) => FormattableString.Invariant(
        $"the prices of {symbol} differ inside the bars: {left.Price:0.########} at {TimeText.Of(left.Time, null)} / {right.Price:0.########} at {TimeText.Of(right.Time, left.Time)}");

    // What one has beyond the other.
    private string? Missing()
    {
        var rest = _waiting.SelectMany(w => w.Value.Left.Take(1).Select(t => (Symbol: w.Key, Tick: t, Side: "B"))
            .Concat(w.Value.Right.Take(1).Select(t => (Symbol: w.Key, Tick: t, Side: "A")))).OrderBy(w => w.Tick.Time).ToList();
        return rest.Count == 0 ? null : $"the price of {rest[0].Symbol} at {TimeText.Of(rest[0].Tick.Time, null)} is missing in {rest[0].Side}";
    }
}
