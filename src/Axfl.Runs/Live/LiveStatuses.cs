using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Live;

/// <summary>Statuses of a live run: by the wall clock, and when it can no longer do its job or can again.</summary>
/// <param name="session">Journal and fold.</param>
/// <param name="report">Makes statuses.</param>
/// <param name="watch">State of the feed.</param>
/// <param name="hours">When silence is normal.</param>
/// <param name="clock">Time of the run.</param>
/// <param name="feed">Counts what it dropped.</param>
/// <param name="rejects">Counts what was not used.</param>
/// <param name="channel">Takes them.</param>
internal sealed class LiveStatuses(
    LiveSession session, StatusReport report, FeedWatch watch, MarketHours hours, LiveTime clock, ITickFeed feed, RejectNotes rejects, RunChannel channel) : IDisposable
{
    private readonly NowWriter _now = new(session.Directory.FileOf(RunFiles.Now), clock.Machine);
    private long _last;
    private string? _lastError;

    /// <summary>The newest status; null before the first.</summary>
    public PortfolioStatus? Newest { get; private set; }

    /// <summary>Whether the run could do its job when the clock was last looked at.</summary>
    public bool IsHealthy { get; private set; }

    /// <summary>The clock: sends a status when one is due.</summary>
    public void OnClock(long now)
    {
        if (_now.IsDue) WriteNow();
        // A correction of the clock that ends sets the time back.
        IsHealthy = ErrorAt(now) is null;
        if (now - _last >= session.Plan.StatusEverySeconds * 1000L || now < _last || IsHealthy != (_lastError is null)) Send(isFinal: false);
    }

    /// <summary>Sends a status. What it tells is on the disk before.</summary>
    /// <param name="isFinal">Whether it is the last one.</param>
    /// <param name="fault">What ends the run; null: nothing.</param>
    public void Send(bool isFinal, string? fault = null)
    {
        var now = _last = clock.Now;
        try
        {
            session.Settle();
        }
        catch (AxflException) when (fault is not null && Newest is not null)
        {
            // What has happened since the last status is not on the disk: the last one tells it no better than that one.
            Newest = Newest with { Ok = false, Error = fault };
            channel.Send(new StatusEvent(Newest, isFinal));
            return;
        }

        var dropped = channel.TakeDropped();
        if (dropped > 0) channel.Send(new StatusesDropped(dropped));

        _lastError = fault ?? ErrorAt(now);
        Newest = Present(now, _lastError);
        channel.Send(new StatusEvent(Newest, isFinal));
    }

    /// <summary>Writes now.json. What it tells is on the disk before.</summary>
    public void WriteNow()
    {
        session.Settle();
        _now.Write(Content(fault: null));
    }

    /// <summary>Writes now.json a last time.</summary>
    /// <param name="state">ended, stopped or failed.</param>
    /// <param name="fault">What ended the run; null: nothing.</param>
    public void End(string state, string? fault = null) => _now.End(Content(fault), state);

    /// <inheritdoc/>
    public void Dispose() => _now.Dispose();

    private PortfolioStatus Present(long now, string? error) =>
        report.At(session.Fold.Traded, Data(now)) with { Ok = error is null, Error = error, Ws = watch.Status, Alerts = session.Alerts?.Counts };

    private NowContent Content(string? fault)
    {
        var now = clock.Now;
        var plan = session.Plan.Engine;
        return NowContent.Of(
            Present(now, fault ?? ErrorAt(now)), [.. plan.Symbols.Select((_, i) => Price(i, now))], plan, session.Fold.Engine.Risk(),
            session.Recorder, now);
    }

    private NowPrice Price(int symbol, long now)
    {
        var (state, price) = (session.Fold[symbol], session.Fold[symbol].Snapshot(now));
        return NowPrice.OfTick(price.Symbol, state.LastTick, price.Received, price.Why);
    }

    /// <summary>Counts of data per symbol: those of the fold, and what did not come so far.</summary>
    public IReadOnlyList<SymbolDataStatus> Data(long now) =>
    [
        .. session.Fold.Data(symbol => hours.IsQuiet(symbol, now)).Select((d, i) => d with
        {
            Duplicates = d.Duplicates + feed.Statistics.DuplicatesOf(i),
            Rejected = d.Rejected + rejects.Count(i),
            StaleS = session.Fold[i].FreshAt == long.MinValue ? null : Math.Max(0, now - session.Fold[i].FreshAt) / 1000.0,
        }),
    ];

    private string? ErrorAt(long now)
    {
        if (watch.Error is { } error) return error;
        string[] stale = [.. session.Fold.Prices(now).Where(p => !p.Fresh && !hours.IsQuiet(p.Symbol, now)).Select(p => $"{p.Symbol} ({p.Why})")];
        return stale.Length > 0 ? $"No fresh price of {string.Join(", ", stale)}: entries are blocked." : ClockCorrected.Describe(clock.Skew);
    }
}
