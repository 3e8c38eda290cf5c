using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Saving;

/// <summary>The download of one symbol from one provider into its file.</summary>
/// <param name="history">Provider.</param>
/// <param name="instrument">Symbol.</param>
/// <param name="interval">Bar length.</param>
/// <param name="path">File.</param>
/// <param name="now">Unix ms.</param>
/// <param name="report">Told of the part done (0 to 1), bars received and waits.</param>
internal sealed class SymbolDownload(
    RestHistory history, Instrument instrument, Interval interval, string path, long now, Action<double, long, string> report)
{
    /// <summary>What is worth knowing of the result.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether some of it is on the disk and waits to be gone on with.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Fetches what is missing of a period and writes the file.</summary>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="cancellationToken">Stops it; what came is kept.</param>
    /// <returns>All bars of the file, and how many are new.</returns>
    /// <exception cref="AxflException">The provider refuses, the file is not ours or disagrees, or the disk fails.</exception>
    public async Task<(IReadOnlyList<SidedBar> Bars, int Added)> Run(long from, long until, CancellationToken cancellationToken)
    {
        var saved = SavedBars.Load(path, interval);
        if (saved.Layout != BarLayout.OnePrice && history.Layout == BarLayout.OnePrice) throw Unfit();
        using var part = PartFile.Open(path + ".part", history.Name, instrument.Symbol, interval, history.Layout);
        IsUnderWay = part.Windows.Count > 0;
        if (IsUnderWay) Notes.Add($"continued after {Counted.Of(part.Bars.Count, "bar")} of an unfinished download");
        var coverage = new Coverage();
        coverage.Add(saved.Bars, interval.Milliseconds);
        foreach (var window in part.Windows) coverage.Add(window.From, window.Until);
        await Fetch(saved, part, coverage.Missing(from, until), cancellationToken);

        var bars = Merge(saved, part.Bars);
        var layout = saved.Exists && saved.Layout < history.Layout ? saved.Layout : history.Layout;
        if (layout < history.Layout && part.Bars.Count > 0)
            Notes.Add(layout == BarLayout.OnePrice ? "the file has one price, so that bid and ask are saved as their mid, without spreads"
                : "the file has bid and ask alone, so that its mids are their means, which are not the market's highs and lows: save to another folder for those");
        if (bars.Count == 0) Notes.Add("it has no bars in this period, and there is no file");
        if (bars.Count > saved.Bars.Count) HistoryDisk.Write(path, bars, layout);
        part.Delete();
        IsUnderWay = false;
        return (bars, bars.Count - saved.Bars.Count);
    }

    /// <summary>How to go on, for messages; empty when nothing waits.</summary>
    public string Resume => IsUnderWay ? $" What came is kept in {path}.part: run the same command again to go on." : "";

    private async Task Fetch(SavedBars saved, PartFile part, IReadOnlyList<(long From, long Until)> missing, CancellationToken cancellationToken)
    {
        double total = missing.Sum(m => m.Until - m.From), done = 0, reached = 0;
        int rejected = 0, weekend = 0;
        foreach (var (start, end) in missing)
        {
            // One bar more where the file's begin or end: it shows whether both are of one series.
            var from = saved.Find(start - interval.Milliseconds) is null ? start : start - interval.Milliseconds;
            var until = saved.Find(end) is null ? end : end + interval.Milliseconds;
            var waits = new Waits(w => report(reached, part.Bars.Count, w));
            await foreach (var window in history.Windows(instrument, interval, from, until, waits, cancellationToken))
            {
                foreach (var bar in window.Bars)
                    if (saved.Find(bar.Time) is { } known && !BarRows.Agree(known, bar)) throw Conflict(known, bar);
                if (part.Foreign is { } foreign) Notes.Add("dropped " + foreign);
                part.Append(window, AtHand(window));
                IsUnderWay = true;
                (rejected, weekend) = (rejected + window.Rejected, weekend + window.Weekend);
                reached = Math.Min(1, (done + Math.Max(0, window.Until - start)) / total);
                report(reached, part.Bars.Count, "");
            }

            done += end - start;
        }

        if (rejected > 0) Notes.Add($"{Counted.Of(rejected, "invalid bar")} left out");
        if (weekend > 0) Notes.Add($"{Counted.Of(weekend, "bar")} of the closed weekend left out");
    }

    // The newest bars of a provider come late: near the present a window is at hand up to its last bar, so that going on later leaves no hole.
    private long AtHand(HistoryWindow window) => window.Until < now - EventTime.Day ? window.Until
        : window.Bars.Count > 0 ? window.Bars[^1].Time + interval.Milliseconds : window.From;

    private List<SidedBar> Merge(SavedBars saved, List<SidedBar> fresh)
    {
        var bars = new List<SidedBar>(saved.Bars.Count + fresh.Count);
        var next = 0;
        foreach (var bar in fresh.OrderBy(b => b.Time))
        {
            while (next < saved.Bars.Count && saved.Bars[next].Time <= bar.Time) bars.Add(saved.Bars[next++]);
            if (bars.Count == 0 || bars[^1].Time != bar.Time) bars.Add(bar);
            else if (!BarRows.Agree(bars[^1], bar)) throw Conflict(bars[^1], bar);
        }

        while (next < saved.Bars.Count) bars.Add(saved.Bars[next++]);
        return bars;
    }

    private FeedException Unfit() => new("HistoryFileUnfit", FeedErrorClass.BadRequest,
        $"{path} has bid and ask, and {history.Name} has one price: use the source the file is of ({Spelling.Of("Source")}), or another folder.") { Target = path };

    private AxflException Conflict(in SidedBar known, in SidedBar fresh) => new("HistoryConflict", ErrorKind.Data,
        $"{path} and {history.Name} disagree on the bar of {EventTime.ToIso(known.Time)}: the file has {Text(known)}, {history.Name} has {Text(fresh)} (open high low "
        + $"close). The file is left as it is. Use the source the file is of ({Spelling.Of("Source")}), or another folder; if the provider has corrected its last bar, "
        + "remove that line.") { Target = path };

    private static string Text(in SidedBar bar)
    {
        var b = bar.ToStep().Bar;
        return string.Create(CultureInfo.InvariantCulture, $"{b.Open} {b.High} {b.Low} {b.Close}");
    }

    private sealed class Waits(Action<string> say) : IProgress<HistoryPage>
    {
        public void Report(HistoryPage value)
        {
            if (value.Waiting.Length > 0) say(value.Waiting);
        }
    }
}
