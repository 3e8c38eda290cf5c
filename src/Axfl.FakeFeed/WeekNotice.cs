using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Markets;

namespace Axfl.FakeFeed;

/// <summary>Says when the market closes for the weekend and opens again: a feed that sends nothing needs a reason.</summary>
internal sealed class WeekNotice
{
    private readonly FxWeek _week = new();
    private bool _wasClosed;

    /// <summary>What is to be said at a time (unix ms); null: nothing new.</summary>
    public string? Say(long now)
    {
        var closed = _week.IsClosed(now);
        if (closed == _wasClosed) return null;
        _wasClosed = closed;
        return closed
            ? string.Create(CultureInfo.InvariantCulture, $"the FX market is closed: pings only until it opens on {EventTime.ToDateTime(_week.NextOpen(now)):dddd yyyy-MM-dd HH:mm} UTC")
            : "the FX market is open: prices come";
    }
}
