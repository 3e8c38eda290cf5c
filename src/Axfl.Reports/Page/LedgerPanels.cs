using System.Globalization;
using Axfl.Contracts;
using Axfl.Reports.Content;
using Axfl.Reports.Numbers;

namespace Axfl.Reports.Page;

/// <summary>The panels that are made of trades alone.</summary>
/// <param name="content">The run.</param>
internal sealed class LedgerPanels(ReportContent content)
{
    private const int MostDrawdowns = 10;
    private const double Quarters = 5 * 60;

    private readonly IReadOnlyList<Trade> _trades = content.Run.Trades;

    /// <summary>Cumulated R and underwater.</summary>
    public void Equity(Html html)
    {
        var falls = new Table("Drawdowns", ">depth", "from", "lowest", "recovered", ">days").AddAll(
            content.Drawdowns.Take(MostDrawdowns), d =>
            [
                Shown.R(-d.R), d.From is { } from ? Shown.Moment(from) : "beginning", Shown.Moment(d.Deepest), d.Recovered is { } end ? Shown.Moment(end) : "not recovered",
                Shown.Number(d.Days, 1),
            ]);
        var recovery = content.Drawdowns is [var greatest, ..] ? Shown.Number(content.Totals.TotalR / greatest.R, 2) : "-";
        var marks = new Table("Halts and marks", "from", "to", "what", "strategy", "numbers").AddAll(
            content.Marks.Take(100), m => [Shown.Moment(m.From), m.To is { } to ? Shown.Moment(to) : "-", m.Kind, m.Strategy.Length == 0 ? "all" : m.Strategy, m.Text]);
        Panel.Write(html, "equity", "Equity", new Caption("Cumulated R at each exit, all trades and by strategy; below, the distance from the highest point so far.", $"Recovery factor {recovery}."),
            content.HaltsNote, falls, By("By strategy", "strategy", t => t.Strategy), marks);
    }

    /// <summary>Months by years.</summary>
    public void Calendar(Html html) => Panel.Write(html, "calendar", "Calendar", "R by month and day, by the trading day of the exit.", null, Groups(
        "Months", "month", content.Run.TradeDays.Zip(_trades).GroupBy(t => DateTime.UnixEpoch.AddDays(t.First).ToString("yyyy-MM", CultureInfo.InvariantCulture)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => TradeGroup.Of(g.Key, g.Select(t => t.Second)))));

    /// <summary>From gross to net.</summary>
    public void Net(Html html)
    {
        var table = new Table("From gross to net", "strategy", ">trades", ">gross", ">spread", ">slippage", ">commission", ">costs", ">net");
        foreach (var (name, trades) in _trades.GroupBy(t => t.Strategy).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToList())).Append(("all", [.. _trades])))
        {
            if (GrossToNet.Of(trades) is not { } w) continue;
            table.Add(name, Shown.Number(w.Trades), Shown.R(w.Gross), Shown.Number(w.Spread, 2), Shown.Number(w.Slippage, 2), Shown.Number(w.Commission, 2), Shown.Number(w.Costs, 2), Shown.R(w.Net));
        }

        Panel.Write(html, "net", "From gross to net", "The same trades with the same exits: not what the strategies would have done without costs.", content.CostsNote, table);
    }

    /// <summary>By time of entry, weekday and window.</summary>
    public void When(Html html)
    {
        var minutes = _trades.Select(t => t.EntryTime.TimeOfDay.TotalMinutes).ToArray();
        var step = minutes.Max() - minutes.Min() < Quarters ? 15 : 60;
        var names = content.Names;
        var windows = names.Windows.Select(w => $"{names.Strategies[w.Strategy]} {w.Text}").ToList();
        Panel.Write(html, "when", "When", "Sum of R by time of entry, weekday and window of the plan; groups of fewer than 30 trades are faint. UTC unless another zone is chosen.", null,
            By("Time of entry", "time, UTC", t => (int)t.EntryTime.TimeOfDay.TotalMinutes / step * step, m => string.Create(CultureInfo.InvariantCulture, $"{m / 60:00}:{m % 60:00}")),
            By("Weekday", "weekday", t => ((int)t.EntryTime.DayOfWeek + 6) % 7, d => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[(d + 1) % 7]),
            By("Window", "window", t => names.WindowAt(t.Strategy, EventTime.FromDateTime(t.EntryTime)), w => w < 0 ? "none" : windows[w]));
    }

    /// <summary>Histogram of R, MAE and MFE, minutes held.</summary>
    public void How(Html html)
    {
        string[] reasons = [.. _trades.Select(t => t.Reason).Distinct().Order(StringComparer.Ordinal)];
        var bins = new Table("Bins of R", ["R", ">trades", .. reasons.Select(r => ">" + r)]).AddAll(Bin.Of(_trades), b =>
            [b.From is null ? "below \u22122R" : b.To is null ? "2R and more" : $"{Shown.R(b.From)} to {Shown.R(b.To)}", Shown.Number(b.Trades), .. reasons.Select(r => Shown.Number(b.ByReason.GetValueOrDefault(r)))]);
        var heat = new Table("Heat of winners", "winners with MAE at or beyond", ">share", ">winners").AddAll(Heat.Of(_trades), h => [Shown.R(-h.R), Shown.Percent(h.Share), Shown.Number(h.Winners)]);
        Panel.Write(html, "how", "How", "R of the trades, stacked by exit reason; MAE against MFE; R against minutes held.", null, bins, By("Exit reason", "reason", t => t.Reason), heat);
    }

    /// <summary>Strategy by symbol.</summary>
    public void Matrix(Html html) => Panel.Write(html, "matrix", "Strategy and symbol", "R and trades by strategy and symbol.", null,
        By("Strategy and symbol", "strategy and symbol", t => $"{t.Strategy} on {t.Symbol}"), By("Symbol", "symbol", t => t.Symbol));

    /// <summary>Runs of wins and losses.</summary>
    public void Streaks(Html html)
    {
        var s = Numbers.Streaks.Of(_trades);
        Panel.Write(html, "streaks", "Streaks", "Longest runs of wins and losses, the losing run that chance alone would make, and whether wins and losses follow each other by chance.", null,
            new Table("Streaks", "number", ">value").Add("trades", Shown.Number(_trades.Count)).Add("won", Shown.Number(s.Wins)).Add("others", Shown.Number(s.Others)).Add("runs", Shown.Number(s.Runs))
                .Add("longest winning run", Shown.Number(s.LongestWinning)).Add("longest losing run", Shown.Number(s.LongestLosing)).Add("losing run by chance", Shown.Number(s.ByChance, 2))
                .Add("runs test Z", Shown.Signed(s.Z, 3) + (s.Z is { } z && Math.Abs(z) >= 1.96 ? z > 0 ? " (they alternate)" : " (they cluster)" : "")));
    }

    /// <summary>Resampled equity.</summary>
    public void Resampled(Html html)
    {
        const string Title = "What else it could have been";
        if (content.Resampling is not { } x)
        {
            Panel.WriteSentence(html, "resampled", Title, $"Resampling needs {Resampling.FewestDays} trading days, {Resampling.FewestTrades} trades and a ledger hash; there are {Shown.Many(content.Days.Count, "day")} and {Shown.Many(_trades.Count, "trade")}.");
            return;
        }

        var ends = new Table("Ends", "number", ">value").Add("end, 95 % interval", $"{Shown.R(x.End[0])} to {Shown.R(x.End[2])}").Add("end, median", Shown.R(x.End[1]))
            .Add("maximum drawdown, median", Shown.R(-x.Drawdown[0])).Add("maximum drawdown, 95 %", Shown.R(-x.Drawdown[1])).Add("ends below zero", Shown.Percent(x.BelowZero));
        var bands = new Table("Bands", ">days", ">5 %", ">25 %", ">50 %", ">75 %", ">95 %", ">run").AddAll(
            Enumerable.Range(0, x.At.Count), k => [Shown.Number(x.At[k]), .. x.Bands.Select(b => Shown.R(b[k])), Shown.R(x.Run[k])]);
        Panel.Write(html, "resampled", Title, $"The trading days drawn again {Shown.Number(Resampling.Draws)} times in blocks, a day with all its trades: how far chance alone carries.", null, ends, bands);
    }

    /// <summary>The trades.</summary>
    public void Trades(Html html)
    {
        const int Most = 200;
        string Price(Trade t, double? price) => Shown.Price(content.Run, t.Symbol, price);
        var table = new Table("Trades", ">id", "symbol", "strategy", "side", ">units", "entry", ">price", ">stop loss", ">target", "exit", ">price", "reason", ">R", ">PnL", ">costs", ">bars", ">MAE", ">MFE", "tag", ">spread", ">slippage", ">commission", ">risk")
            .AddAll(_trades.Take(Most), t =>
            [
                Shown.Number(t.TradeId), t.Symbol, t.Strategy, t.Side, Shown.Number(t.Units), Shown.Moment(t.EntryTime), Price(t, t.Entry), Price(t, t.StopLoss), Price(t, t.Target), Shown.Moment(t.ExitTime),
                Price(t, t.Exit), t.Reason, Shown.R(t.R), Shown.Signed(t.Pnl, 2), Shown.Number(t.Costs, 2), Shown.Number(t.BarsHeld), Shown.R(t.MaeR), Shown.R(t.MfeR), t.Tag, Shown.Number(t.CostSpread, 2),
                Shown.Number(t.CostSlippage, 2), Shown.Number(t.CostCommission, 2), Shown.Number(t.Risk, 2),
            ]);
        Panel.Write(html, "trades", "Trades", new Caption("In order of closing.", _trades.Count > Most ? $"The first {Most} of {Shown.Number(_trades.Count)}; trades.csv has all." : ""), null, table);
    }

    private Table By(string name, string head, Func<Trade, string> key) => Groups(name, head, TradeGroup.By(_trades, key));

    private Table By(string name, string head, Func<Trade, int> key, Func<int, string> label) => Groups(name, head, TradeGroup.By(_trades, key, label));

    private static Table Groups(string name, string head, IEnumerable<TradeGroup> groups) => new Table(name, head, ">trades", ">won", ">R", ">mean R", ">PnL").AddAll(
        groups, g => [g.Label, Shown.Number(g.Trades), Shown.Percent((double)g.Wins / g.Trades), Shown.R(g.R), Shown.R(g.R / g.Trades, 3), Shown.Signed(g.Pnl, 2)]);
}
