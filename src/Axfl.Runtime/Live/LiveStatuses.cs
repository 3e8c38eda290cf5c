using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Statuses of a live run: by the wall clock, and when it can no longer do its job or can again.</summary>
internal sealed class LiveStatuses(LiveSession session, StatusReport report, FeedWatch watch, MarketHours hours, TimeProvider time, RunChannel channel)
{
    private long _last;
    private string? _lastError;

    /// <summary>The newest status; null before the first.</summary>
    public PortfolioStatus? Newest { get; private set; }

    /// <summary>The clock: sends a status when one is due.</summary>
    public void OnClock(long now)
    {
        if (now - _last >= session.Plan.StatusEverySeconds * 1000L || (ErrorAt(now) is null) != (_lastError is null)) Send(isFinal: false);
    }

    /// <summary>Sends a status. What it tells is on the disk before.</summary>
    /// <param name="isFinal">Whether it is the last one.</param>
    /// <param name="fault">What ends the run; null: nothing.</param>
    public void Send(bool isFinal, string? fault = null)
    {
        var now = _last = time.GetUtcNow().ToUnixTimeMilliseconds();
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
        if (dropped > 0)
        {
            channel.Send(new NoticeEvent(NoticeLevel.Warning, string.Create(CultureInfo.InvariantCulture,
                $"{dropped} statuses were not read in time and are left out here; the run's log has them.")));
        }

        _lastError = fault ?? ErrorAt(now);
        Newest = report.At(session.Fold.Traded, session.Fold.Data(symbol => hours.IsQuiet(symbol, now))) with
        {
            Ok = _lastError is null,
            Error = _lastError,
            Ws = watch.Status,
        };
        channel.Send(new StatusEvent(Newest, isFinal));
    }

    private string? ErrorAt(long now)
    {
        if (watch.Error is { } error) return error;
        string[] stale = [.. session.Fold.StaleSymbols.Where(symbol => !hours.IsQuiet(symbol, now))];
        return stale.Length == 0 ? null : $"No fresh price of {string.Join(", ", stale)}: entries are refused.";
    }
}
