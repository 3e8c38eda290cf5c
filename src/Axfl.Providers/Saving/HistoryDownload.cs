using Axfl.Contracts;
using Axfl.Data.Merge;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Saving;

/// <summary>Save-AxflHistory and <c>axfl history</c>: downloads symbols one after the other into files of the data folder.</summary>
/// <param name="request">What is wanted.</param>
/// <param name="choose">Chooses the providers; asked once the request is known to be sound.</param>
/// <param name="time">Clock.</param>
/// <param name="progress">Told of pages and waits; null: nobody listens.</param>
public sealed class HistoryDownload(
    HistoryRequest request, Func<HistoryChoice> choose, TimeProvider time, IProgress<HistoryProgress>? progress)
{
    /// <summary>A download with keys from the environment.</summary>
    public HistoryDownload(HistoryRequest request, Func<string, string?> environment, TimeProvider time, IProgress<HistoryProgress>? progress)
        : this(request, () => HistorySources.Choose(request.Source, request.Endpoint, environment, time, allowPlain: request.AllowPlain), time, progress)
    {
    }

    private double _fraction;
    private long _bars;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Runs it.</summary>
    /// <param name="cancellationToken">Stops it; what came is kept and gone on with by the next download.</param>
    /// <exception cref="AxflException">
    /// Of the request (<c>SymbolUnknown</c>, <c>IntervalUnknown</c>, <c>PeriodEmpty</c>), the choice of a source, the provider, or the disk.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped; the message says how to go on.</exception>
    public async Task<IReadOnlyList<HistoryFile>> Run(CancellationToken cancellationToken)
    {
        var interval = ReadInterval();
        var instruments = ShippedInstruments.Find(request.Symbols);
        var (from, until) = Period(interval);
        var choice = choose();
        using var owned = new HistoryChain(choice.Histories);
        RestHistory[] histories = [.. choice.Histories.Cast<RestHistory>()];
        var files = new List<HistoryFile>();
        foreach (var instrument in instruments)
        {
            var done = (double)files.Count / instruments.Count;
            files.Add(await Symbol(histories, choice.Reason, instrument, interval, from, until, (part, bars, note) =>
            {
                (_fraction, _bars) = (done + part / instruments.Count, bars);
                Say(instrument, note);
            }, cancellationToken));
        }

        return files;
    }

    private async Task<HistoryFile> Symbol(
        RestHistory[] histories, string reason, Instrument instrument, Interval interval, long from, long until, Action<double, long, string> report,
        CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(request.DataDir), $"{instrument.Symbol}_{interval}.csv");
        var said = new List<string>();
        var errors = new List<FeedException>();
        foreach (var history in histories)
        {
            var download = new SymbolDownload(history, instrument, interval, path, Now, report);
            try
            {
                var (bars, added) = await download.Run(from, until, cancellationToken);
                report(1, bars.Count, "");
                string[] why = [reason, .. said, .. download.Notes, .. Shadowed(instrument)];
                return new HistoryFile(instrument.Symbol, path, history.Name, string.Join("; ", why), bars.Count, added,
                    bars.Count > 0 ? EventTime.ToDateTime(bars[0].Time) : null, bars.Count > 0 ? EventTime.ToDateTime(bars[^1].Time) : null);
            }
            catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
            {
                var message = $"The download of {instrument.Symbol} was stopped.{download.Resume}";
                Say(instrument, message);
                throw new OperationCanceledException(message, e, cancellationToken);
            }
            catch (FeedException e)
            {
                if (histories.Length == 1 || !MayGoOn(e, download))
                    throw new FeedException(e.ErrorId, e.ErrorClass, e.Message + download.Resume, e) { Target = instrument.Symbol, RetryAfter = e.RetryAfter };
                errors.Add(e);
                said.Add($"{history.Name} was left out: {e.Message}");
                Say(instrument, said[^1]);
            }
        }

        throw HistoryChain.Unavailable(instrument.Symbol, errors, said);
    }

    private void Say(Instrument instrument, string note) => progress?.Report(new HistoryProgress(instrument.Symbol, _fraction, _bars, note));

    // What came of a provider is not given up for a cause that passes; a key or plan that refuses stays refused.
    private static bool MayGoOn(FeedException error, SymbolDownload download) =>
        !download.IsUnderWay || error.ErrorClass is FeedErrorClass.Auth or FeedErrorClass.Plan;

    private IEnumerable<string> Shadowed(Instrument instrument)
    {
        var other = Path.Combine(Path.GetFullPath(request.DataDir), instrument.Symbol + ".csv");
        if (File.Exists(other)) yield return $"a replay reads {other} instead of this file: remove it or give this one with {Spelling.Of("DataPath")}";
    }

    private Interval ReadInterval()
    {
        if (Interval.TryParse(request.Interval, out var interval) && Interval.Names.Contains(interval.ToString())) return interval;
        throw new AxflException("IntervalUnknown", ErrorKind.Configuration,
            $"'{request.Interval}' is not an interval: use one of {string.Join(" ", Interval.Names)}.") { Target = request.Interval };
    }

    private (long From, long Until) Period(Interval interval)
    {
        var complete = PageFilter.CompleteUntil(Now, interval);
        var from = EventTime.FromDateTime(request.Since);
        var until = request.Until is { } end ? EventTime.FromDateTime(end) : complete;
        if (from < until && from < complete) return (interval.Minutes <= 60 ? LongerBars.NextOpen(from, interval) : from, Math.Min(until, complete));
        throw new AxflException("PeriodEmpty", ErrorKind.Configuration, from >= until
            ? $"since {EventTime.ToIso(from)} is not before until {EventTime.ToIso(until)}: give an earlier {Spelling.Of("Since")} or a later {Spelling.Of("Until")}."
            : $"since {EventTime.ToIso(from)} lies in the future, or no bar of {interval} has ended since then: give an earlier {Spelling.Of("Since")}.");
    }
}
