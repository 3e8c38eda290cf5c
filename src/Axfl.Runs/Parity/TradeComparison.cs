using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Parity;

/// <summary>The trades of two runs lined up, by what the ledger has of them.</summary>
internal sealed class TradeComparison
{
    private readonly Lineup<Trade> _trades;
    private readonly TradeText _text;

    private TradeComparison(Lineup<Trade> trades, TradeText text, bool anyEnd)
    {
        _trades = trades;
        _text = text;
        AnyEnd = anyEnd;
    }

    /// <summary>Whether a run closed a trade because it came to its end.</summary>
    public bool AnyEnd { get; }

    /// <summary>As a row.</summary>
    public RunDifference Row => new("trades", _trades.Compared, _trades.Different, _trades.Number == 0 ? "" : "trade " + PriceText.Count(_trades.Number),
        Whole(_trades.Left), Whole(_trades.Right));

    /// <summary>The first difference; null: none.</summary>
    public Divergence? First => _trades switch
    {
        { Number: 0 } => null,
        { Left: { } l, Right: { } r } => Differ(l, r),
        _ => Alone((_trades.Left ?? _trades.Right)!),
    };

    /// <summary>Reads and compares them.</summary>
    public static TradeComparison Of(ComparedRun left, ComparedRun right, CancellationToken cancellation)
    {
        var anyEnd = false;
        IEnumerable<Trade> Read(ComparedRun run)
        {
            foreach (var trade in RunTrades.Read(run.Directory))
            {
                anyEnd |= IsEnd(trade);
                yield return trade;
            }
        }

        var trades = TradeLineup.Of([.. Read(left)], [.. Read(right)], Same, cancellation);
        return new TradeComparison(trades, new TradeText([.. left.Symbols, .. right.Symbols]), anyEnd);
    }

    private static bool Same(Trade l, Trade r) => SameSlot(l, r) && SameEntry(l, r) && SameExit(l, r) && Near(l.Units, r.Units) && l.Reason == r.Reason;

    private static bool SameSlot(Trade l, Trade r) => l.Symbol == r.Symbol && l.Strategy == r.Strategy && l.Side == r.Side;

    private static bool SameEntry(Trade l, Trade r) => l.EntryTime == r.EntryTime && Near(l.Entry, r.Entry);

    private static bool SameExit(Trade l, Trade r) => l.ExitTime == r.ExitTime && Near(l.Exit, r.Exit);

    private static bool Near(double a, double b) => Math.Abs(a - b) < Prices.Tolerance;

    private static bool IsEnd(Trade trade) => trade.Reason == "END";

    private static long Ms(DateTime time) => EventTime.FromDateTime(time);

    private Divergence Differ(Trade l, Trade r)
    {
        var sameSlot = SameSlot(l, r);
        var first = l.ExitTime <= r.ExitTime ? l : r;
        string Fill(double price, DateTime time) => _text.Fill(l.Symbol, price, time, first.EntryTime);
        var words = !sameSlot ? $"{_text.Whole(l)} in A, {_text.Whole(r)} in B"
            : !SameEntry(l, r) ? $"entry {Fill(l.Entry, l.EntryTime)} in A, {Fill(r.Entry, r.EntryTime)} in B"
            : !SameExit(l, r) ? $"exit {Fill(l.Exit, l.ExitTime)} in A, {Fill(r.Exit, r.ExitTime)} in B"
            : !Near(l.Units, r.Units) ? $"{Numbers.Units(l.Units)} units in A, {Numbers.Units(r.Units)} in B"
            : $"closed by {l.Reason} in A, by {r.Reason} in B";
        var head = sameSlot ? $"trade {_trades.Number} {l.Symbol} {l.Strategy} of {TimeText.Date(Ms(first.EntryTime))}" : $"trade {_trades.Number}";

        // Of one slot trades follow each other: the earlier entry is the first thing that differs. Otherwise it is the earlier line of the ledger.
        var atEntry = sameSlot && (!SameEntry(l, r) || (SameExit(l, r) && !Near(l.Units, r.Units)));
        var time = atEntry ? Math.Min(Ms(l.EntryTime), Ms(r.EntryTime)) : Math.Min(Ms(l.ExitTime), Ms(r.ExitTime));
        return new Divergence($"{head}: {words}", time, Ms(first.EntryTime), Ms(first.ExitTime), IsEnd(l) != IsEnd(r));
    }

    private Divergence Alone(Trade trade)
    {
        var (without, with) = _trades.Left is null ? ("A", "B") : ("B", "A");
        return new Divergence($"trade {_trades.Number} is missing in {without}; in {with} it is {_text.Whole(trade)}",
            Ms(trade.ExitTime), Ms(trade.EntryTime), Ms(trade.ExitTime), IsEnd(trade));
    }

    private string Whole(Trade? trade) => _trades.Number == 0 ? "" : trade is null ? "no trade" : _text.Whole(trade);
}
