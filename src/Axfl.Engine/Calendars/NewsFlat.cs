using Axfl.Contracts;

namespace Axfl.Engine.Calendars;

/// <summary>The events before which a symbol's positions are closed.</summary>
internal sealed class NewsFlat(NewsInForce news, Instrument symbol) : FlatTimes
{
    private readonly NewsTimes _times = new(news, [symbol], news.Plan.FlatBeforeMinutes);

    /// <summary>Those of a symbol; null: news closes no positions.</summary>
    public static NewsFlat? Of(NewsInForce? news, Instrument symbol) => news is { Plan.Flat: true } ? new NewsFlat(news, symbol) : null;

    /// <inheritdoc/>
    protected override void Refresh()
    {
        if (_times.Refresh()) Forget();
    }

    /// <inheritdoc/>
    protected override bool Meet(long from, long until) => _times.Meeting(from, until) is not null;

    /// <inheritdoc/>
    protected override bool Lie(long from, long until) => _times.LieWithin(from, until);

    /// <inheritdoc/>
    protected override long FirstStart(long time) => _times.StartAfter(time);
}
