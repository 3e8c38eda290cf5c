using System.Globalization;
using Axfl.Contracts;

namespace Axfl.PowerShell.Display;

/// <summary>A status as a screenful of lines. Times UTC, R with two decimals, money with two.</summary>
/// <param name="coloured">Whether results are coloured.</param>
internal sealed class StatusPicture(bool coloured)
{
    /// <summary>Draws a run as it is now.</summary>
    /// <param name="run">Run id.</param>
    /// <param name="now">How it is.</param>
    /// <param name="time">The wall clock, UTC.</param>
    /// <param name="ended">How it ended; null: it is under way.</param>
    public IEnumerable<string> Draw(string run, RunNow now, DateTime time, RunReport? ended)
    {
        var lines = now.Status is { } status ? Draw(status).ToList() : [Text($"Axfl  {run}"), "warming up: no status yet"];
        if (ended is { IsFaulty: true }) lines[1] = Paint(Text($"{ended.State.ToUpperInvariant()}: {ended.Error}"), 31);
        else if (ended is not null) lines[1] = Text($"{ended.State}");
        else if (now.WrittenAt is { } written) lines.Insert(2, Text($"as of {Ago(time - written)}"));
        if (ended is null && now.Prices.Count > 0) lines.Insert(2, "prices  " + string.Join("   ", now.Prices.Select(p => Price(p, time))));
        return lines;
    }

    /// <summary>Cuts a picture to a window: what stands on top, the alarm among it, stays.</summary>
    public static IReadOnlyList<string> Fit(IEnumerable<string> lines, int height)
    {
        string[] all = [.. lines];
        return height < 4 || all.Length < height ? all : [.. all[..(height - 2)], Text($"... {all.Length - height + 2} more lines: the window is too small")];
    }

    /// <summary>Draws a status.</summary>
    public IEnumerable<string> Draw(PortfolioStatus status)
    {
        yield return Text($"Axfl  {status.Run}   {status.Mode}, {status.Source}, {status.Interval}   {status.Now:yyyy-MM-dd HH:mm} UTC   day {status.Day}");
        yield return status.Ok
            ? status.Risk.Halted ? Paint("HALTED until the next trading day", 33) : "running by its rules"
            : Paint(Text($"NOT OK: {status.Error}"), 31);
        if (status.Mode == "ws") yield return Feed(status.Ws);
        yield return "";
        yield return Text($"{"",-12}{"R",10}{"PnL",14}{"trades",8}");
        yield return Row("total", status.Total.R, status.Total.Pnl, status.Total.Trades);
        yield return Row("today", status.Today.RTotal, status.Today.PnlTotal, status.ByStrategy.Sum(s => s.Trades));
        foreach (var one in status.ByStrategy) yield return Row("  " + one.Name, one.R, one.Pnl, one.Trades);
        yield return Text($"equity {status.Total.Equity:N2}   maximum drawdown {status.Total.MaxDrawdownPct:0.00} %");
        foreach (var line in Positions(status)) yield return line;
        foreach (var line in Waiting(status)) yield return line;
        if (status.Blocked.Count > 0) yield return "blocked today: " + string.Join(", ", status.Blocked.Select(b => Text($"{b.Gate} {b.Count}")));
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
        Text($"pending  {o.Symbol,-8}{o.Strategy,-10}{o.Side,-6}{o.Type,-7}{o.Price,12:0.######}{o.Sl,12:0.######}{o.Tp,12:0.######}"));

    private string Price(PriceNow price, DateTime time)
    {
        var shown = price.Mid is { } mid ? Text($"{price.Symbol} {mid:0.######}") : Text($"{price.Symbol} none yet");
        var age = price.Received is { } received ? ", " + Ago(time - received) : "";
        return price.IsFresh ? shown + age : Paint(shown + age + (price.Why is { } why ? Text($": {why}") : ", stale"), 33);
    }

    private static string Ago(TimeSpan age) => age.TotalMinutes < 2 ? Text($"{Math.Max(0, age.TotalSeconds):0} s ago") : Text($"{age.TotalMinutes:0} min ago");

    private string Feed(FeedStatus feed)
    {
        var latency = feed.LatencyP50Ms is { } p50 ? Text($"   {p50:0.#} ms to a decision, 99 % within {feed.LatencyP99Ms:0.#} ms") : "";
        return "feed " + Paint(Text($"{feed.State ?? "unknown"}"), feed.Connected ? 32 : 33) + Text($"   {feed.Errors} errors") + latency;
    }

    private string Row(string name, double r, double pnl, int trades) => Text($"{name,-12}") + Signed(r, Text($"{r,10:0.00}{pnl,14:N2}{trades,8}"));

    private string Signed(double value, string text) => Math.Abs(value) < 0.005 ? text : Paint(text, value > 0 ? 32 : 31);

    private string Paint(string text, int colour) => coloured ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{colour}m{text}\u001b[0m") : text;

    // The one way by which a value comes into the picture: names and errors are texts of others, and a terminal obeys what it is sent.
    private static string Text(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => a is string word ? ShownText.Line(word) : a)]);
}
