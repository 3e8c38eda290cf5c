using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Whether a run does its job now, in one sentence: the line that is always there.</summary>
/// <param name="Style">How loud it is.</param>
/// <param name="Text">The sentence.</param>
/// <param name="IsOld">Whether what stands below is no longer so.</param>
internal sealed record Alarm(PictureStyle Style, string Text, bool IsOld)
{
    /// <summary>That of a look; what is worse comes first.</summary>
    public static Alarm Of(RunLook look) => Over(look) ?? Old(look) ?? Present(look);

    private static Alarm? Over(RunLook look)
    {
        if (look.Report is not { IsRunning: false } report) return null;
        if (!report.IsFaulty) return new Alarm(PictureStyle.Strong, report.State + (report.Error is { Length: > 0 } said ? ": " + said : ""), false);
        var open = report.State == RunStates.Killed && look.Status?.Positions.Count is > 0 and { } count ? $" {Counted.Of(count, "position")} {(count == 1 ? "was" : "were")} open." : "";
        return new Alarm(PictureStyle.Alarm, $"{report.State.ToUpperInvariant()}: {report.Error ?? "It ended without a summary."}{open}", true);
    }

    private static Alarm? Old(RunLook look) => look.IsOld && look.Age is { } age
        ? new Alarm(PictureStyle.Alarm, $"NO NEWS for {Figures.Span(age)}: the run hangs or cannot write, what is shown is old", true) : null;

    private static Alarm Present(RunLook look)
    {
        if (look.Status is not { } status) return new Alarm(PictureStyle.Caution, look.Report?.Error ?? "warming up: no status yet", false);
        if (!status.Ok) return new Alarm(PictureStyle.Alarm, $"NOT OK: {status.Error}", false);
        if (Halted(look, status) is { } halted) return new Alarm(PictureStyle.Caution, halted, false);
        if (status.Mode == "ws") return new Alarm(PictureStyle.Good, "running by its rules" + Feed(status.Ws), false);
        return new Alarm(PictureStyle.Good, Replaying(look, status), false);
    }

    private static string Feed(FeedStatus feed)
    {
        if (feed.State is not { } state) return "";
        var latency = feed.LatencyP50Ms is { } p50 ? string.Create(CultureInfo.InvariantCulture, $", {p50:0.#} ms to a decision (p99 {feed.LatencyP99Ms:0.#} ms)") : "";
        return string.Create(CultureInfo.InvariantCulture, $", feed {state}, {Counted.Of(feed.Errors, "error")}{latency}");
    }

    private static string? Halted(RunLook look, PortfolioStatus status)
    {
        var halts = look.Now?.Halts ?? [];
        if (status.Risk.Halted || halts.Any(h => h.Strategy is null))
        {
            var until = halts.Where(h => h.Strategy is null).Select(h => h.Until).FirstOrDefault();
            return until is { } end ? $"HALTED until {Until(end, look)}" : "HALTED until the next trading day";
        }

        return halts.Length == 0 ? null : string.Join(", ", halts.Select(h => $"{h.Strategy} halted ({h.Halt}){(h.Until is { } end ? $" until {Until(end, look)}" : "")}"));
    }

    private static string Until(DateTime end, RunLook look) => $"{Figures.Clock(end, look.Clock)} UTC, in {Figures.Span(end - look.Clock)}";

    private static string Replaying(RunLook look, PortfolioStatus status)
    {
        var bars = look.Progress is { } at ? at.Bars : status.Data.Sum(d => d.Bars);
        var rate = look.Progress is { } p ? $", {Figures.Count(p.BarsPerSecond)} bars/s" : "";
        var share = look.Progress is { } done ? Figures.Share(Math.Clamp(done.Fraction, 0, 1)) + " " : "";
        return string.Create(CultureInfo.InvariantCulture, $"replaying {share}{look.Progress?.Now ?? status.Now:ddd yyyy-MM-dd HH:mm}, {Figures.Count(bars)} bars{rate}");
    }
}
