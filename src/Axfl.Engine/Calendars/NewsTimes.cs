using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.State;

namespace Axfl.Engine.Calendars;

/// <summary>The windows around the events that cover one of some symbols.</summary>
/// <param name="news">The calendar in force.</param>
/// <param name="symbols">The symbols.</param>
/// <param name="beforeMinutes">Minutes before an event at which its window begins.</param>
[NotState]
internal sealed class NewsTimes(NewsInForce news, IReadOnlyList<Instrument> symbols, int beforeMinutes)
{
    private readonly long _before = beforeMinutes * EventTime.Minute, _after = news.Plan.AfterMinutes * EventTime.Minute;
    private NewsCalendar? _of;
    private IReadOnlyList<NewsEvent> _events = [];
    private long _longest;

    /// <summary>Takes the events of the calendar in force.</summary>
    /// <returns>Whether they are others than at the last call.</returns>
    public bool Refresh()
    {
        if (ReferenceEquals(_of, news.Calendar)) return false;
        _of = news.Calendar;
        _events = _of.Covering(symbols, news.Plan.Impacts);
        _longest = _after;
        foreach (var e in _events)
            if (e.DayEnd is { } end) _longest = Math.Max(_longest, end - e.Time);
        return true;
    }

    /// <summary>The window of an event, unix ms, its end exclusive. That of a whole day is the day, and nothing before or after it.</summary>
    public (long Start, long End) WindowOf(NewsEvent e) => e.DayEnd is { } end ? (e.Time, end) : (e.Time - _before, e.Time + _after);

    /// <summary>The latest event whose window a bar or tick meets, of equal times the first title in ordinal order; null: it meets none.</summary>
    /// <param name="from">Its open time or time, unix ms.</param>
    /// <param name="until">Its end, exclusive.</param>
    public NewsEvent? Meeting(long from, long until)
    {
        Refresh();
        for (var i = IndexAt(until + _before) - 1; i >= 0 && _events[i].Time > from - _longest; i--)
            if (IsMet(_events[i], from, until)) return _events[i];
        return null;
    }

    /// <summary>Whether a window lies wholly between two times, unix ms.</summary>
    public bool LieWithin(long from, long until)
    {
        Refresh();
        for (var i = IndexAt(from); i < _events.Count && _events[i].Time <= until; i++)
        {
            var (start, end) = WindowOf(_events[i]);
            if (start < end && start >= from && end <= until) return true;
        }

        return false;
    }

    /// <summary>The least start of the windows that end after a time, unix ms; long.MaxValue: there is none.</summary>
    public long StartAfter(long time)
    {
        Refresh();
        var first = long.MaxValue;
        for (var i = IndexAt(time - _longest); i < _events.Count && _events[i].Time - _before < first; i++)
        {
            var (start, end) = WindowOf(_events[i]);
            if (end > time && start < end) first = Math.Min(first, start);
        }

        return first;
    }

    /// <summary>The first event at or after a time, unix ms; null: there is none.</summary>
    public NewsEvent? NextAt(long time)
    {
        Refresh();
        var index = IndexAt(time);
        // Of equal times the first title stands last.
        while (index + 1 < _events.Count && _events[index + 1].Time == _events[index].Time) index++;
        return index < _events.Count ? _events[index] : null;
    }

    private bool IsMet(NewsEvent e, long from, long until)
    {
        var (start, end) = WindowOf(e);
        return start < end && from < end && until > start;
    }

    // Index of the first event at or after a time.
    private int IndexAt(long time)
    {
        var (low, high) = (0, _events.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_events[middle].Time < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
