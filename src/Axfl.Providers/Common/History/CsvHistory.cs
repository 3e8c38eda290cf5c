using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;
using Axfl.Data.Merge;
using Axfl.Engine.Portfolio;

namespace Axfl.Providers.Common.History;

/// <summary>Historical bars from files, as a provider gives them: so that a live run warms up without a key.</summary>
/// <param name="files">Where the files are, and all symbols of the plan; its period and interval do not count.</param>
/// <param name="time">Clock.</param>
public sealed class CsvHistory(SourceRequest files, TimeProvider time) : IHistory
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public Task<IReadOnlyList<StepBar>> Fetch(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<StepBar>>(() => Read(instrument, interval, from, until, progress, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Files are closed at the end of each fetch.
    }

    private List<StepBar> Read(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
    {
        var end = Math.Min(until, PageFilter.CompleteUntil(time.GetUtcNow().ToUnixTimeMilliseconds(), interval));
        var week = new FxWeek();
        if (end <= from || (week.IsClosed(from) && week.NextOpen(from) >= end)) return [];
        var symbol = files.Symbols.ToList().FindIndex(s => s.Symbol == instrument.Symbol);
        if (symbol < 0) throw Unfit(FeedErrorClass.BadSymbol, $"{instrument.Symbol} is not a symbol of this plan, so no file is looked for.");
        try
        {
            var source = CsvSource.Open(files with { Interval = interval, From = from, Until = end, NeedInner = false });
            using var reader = source.Open(symbol, from, end);
            var bars = ReadAll(reader, week, cancellationToken);
            if (bars.Count == 0) throw Unfit(FeedErrorClass.BadRequest,
                $"The files of {instrument.Symbol} have no bars from {EventTime.ToIso(from)} to {EventTime.ToIso(end)}: {string.Join("; ", source.Notes)}");
            progress?.Report(new HistoryPage(bars.Count, bars[^1].Bar.Time, ""));
            return bars;
        }
        catch (AxflException e) when (e is not FeedException)
        {
            throw new FeedException(e.ErrorId, e.Kind == ErrorKind.Data ? FeedErrorClass.BadResponse : FeedErrorClass.BadRequest, e.Message, e) { Target = e.Target };
        }
    }

    private static List<StepBar> ReadAll(IBarReader reader, FxWeek week, CancellationToken cancellationToken)
    {
        var bars = new List<StepBar>();
        var buffer = new StepBar[IBarReader.BlockBars];
        for (int count; (count = reader.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var bar in buffer.AsSpan(0, count))
                if (!week.IsClosed(bar.Bar.Time)) bars.Add(bar with { Symbol = 0 });
        }

        return bars;
    }

    private static FeedException Unfit(FeedErrorClass errorClass, string message) => new("HistoryFilesUnfit", errorClass, message);
}
