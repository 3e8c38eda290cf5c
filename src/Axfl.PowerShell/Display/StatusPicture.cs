using System.Globalization;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A status as a screenful of lines. Times UTC, R with two decimals, money with two.</summary>
/// <param name="coloured">Whether results are coloured.</param>
internal sealed class StatusPicture(bool coloured)
{
    /// <summary>Draws it.</summary>
    public IEnumerable<string> Draw(PortfolioStatus status)
    {
        yield return Text($"Axfl  {status.Run}   {status.Mode}, {status.Source}, {status.Interval}   {status.Now:yyyy-MM-dd HH:mm} UTC   day {status.Day}");
        yield return status.Ok
            ? status.Risk.Halted ? Paint("HALTED until the next trading day", 33) : "running by its rules"
            : Paint("NOT OK: " + status.Error, 31);
        if (status.Mode == "ws") yield return Feed(status.Ws);
        yield return "";
        yield return Text($"{"",-12}{"R",10}{"PnL",14}{"trades",8}");
        yield return Row("total", status.Total.R, status.Total.Pnl, status.Total.Trades);
        yield return Row("today", status.Today.RTotal, status.Today.PnlTotal, status.ByStrategy.Sum(s => s.Trades));
        foreach (var one in status.ByStrategy) yield return Row("  " + one.Name, one.R, one.Pnl, one.Trades);
        yield return Text($"equity {status.Total.Equity:N2}   greatest drawdown {status.Total.MaxDrawdownPct:0.00} %");
        foreach (var line in Positions(status)) yield return line;
        foreach (var line in Waiting(status)) yield return line;
        if (status.Blocked.Count > 0) yield return "refused today: " + string.Join(", ", status.Blocked.Select(b => Text($"{b.Gate} {b.Count}")));
        yield return "data: " + string.Join("   ", status.Data.Select(d => Text($"{d.Symbol} {d.Bars} bars, {d.Gaps} gaps, {d.Rejected} rejected{(d.Stale ? ", STALE" : "")}")));
    }

    private IEnumerable<string> Positions(PortfolioStatus status)
    {
        yield return "";
        yield return Text($"{"open",-8}{"strategy",-10}{"side",-6}{"units",12}{"entry",12}{"stop",12}{"target",12}{"R",8}{"PnL",12}");
        foreach (var p in status.Positions)
        {
            yield return Text($"{p.Symbol,-8}{p.Strategy,-10}{p.Side,-6}{p.Units,12:N0}{p.Entry,12:0.######}{p.Sl,12:0.######}{p.Tp,12:0.######}")
                + Signed(p.ROpen, Text($"{p.ROpen,8:0.00}{p.PnlOpen,12:N2}"));
        }

        if (status.Positions.Count == 0) yield return "none";
    }

    private static IEnumerable<string> Waiting(PortfolioStatus status) => status.Pending.Select(o =>
        Text($"waiting  {o.Symbol,-8}{o.Strategy,-10}{o.Side,-6}{o.Type,-7}{o.Price,12:0.######}{o.Sl,12:0.######}{o.Tp,12:0.######}"));

    private string Feed(FeedStatus feed)
    {
        var latency = feed.LatencyP50Ms is { } p50 ? Text($"   {p50:0.#} ms to a decision, 99 % within {feed.LatencyP99Ms:0.#} ms") : "";
        return "feed " + Paint(feed.State ?? "unknown", feed.Connected ? 32 : 33) + Text($"   {feed.Errors} errors") + latency;
    }

    private string Row(string name, double r, double pnl, int trades) => Text($"{name,-12}") + Signed(r, Text($"{r,10:0.00}{pnl,14:N2}{trades,8}"));

    private string Signed(double value, string text) => Math.Abs(value) < 0.005 ? text : Paint(text, value > 0 ? 32 : 31);

    private string Paint(string text, int colour) => coloured ? Text($"\u001b[{colour}m{text}\u001b[0m") : text;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
