using Axfl.Contracts;
using Axfl.Engine.State;

namespace Axfl.Engine.Plan;

/// <summary>The events of all calendars of a plan together. Immutable, read by any number of runs on any number of threads.</summary>
public sealed class NewsCalendar
{
    /// <summary>The currency of an event that concerns all of them.</summary>
    public const string AllCurrencies = "ALL";

    private static readonly string[] Metals = ["XAU", "XAG", "XPT", "XPD"];

    private readonly NewsEvent[] _events;
    // What is found once of the events: each run of a sweep asks for it again.
    [NotState]
    private Dictionary<(string Symbols, NewsImpacts Impacts), NewsEvent[]>? _covering;

    /// <summary>A calendar.</summary>
    /// <param name="events">Its events, in any order.</param>
    public NewsCalendar(IEnumerable<NewsEvent> events) => _events =
        [.. events.OrderBy(e => e.Time).ThenByDescending(e => e.Title, StringComparer.Ordinal)];

    private NewsCalendar() => _events = [];

    /// <summary>A calendar without events: it knows no week.</summary>
    public static NewsCalendar Empty { get; } = new();

    /// <summary>The events by time; of equal times the first title in ordinal order last.</summary>
    public IReadOnlyList<NewsEvent> Events => _events;

    /// <summary>
    /// Whether the calendar knows the week (Sunday 00:00 New York to the next) of a time: it lies between those of its first and its last event, of any
    /// impact and currency.
    /// </summary>
    /// <param name="time">Unix ms.</param>
    public bool KnowsWeekOf(long time)
    {
        if (_events.Length == 0) return false;
        var week = CalendarWeek.MondayOf(time);
        return week >= CalendarWeek.MondayOf(_events[0].Time) && week <= CalendarWeek.MondayOf(_events[^1].Time);
    }

    /// <summary>The events of given impacts that cover one of some symbols, in the order of <see cref="Events"/>.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="impacts">The impacts.</param>
    public IReadOnlyList<NewsEvent> Covering(IReadOnlyList<Instrument> symbols, NewsImpacts impacts)
    {
        var key = (string.Join(',', symbols.Select(s => s.Base + s.Quote)), impacts);
        lock (_events)
        {
            _covering ??= [];
            if (_covering.TryGetValue(key, out var known)) return known;
            var currencies = CurrenciesOf(symbols);
            return _covering[key] = [.. _events.Where(e => (e.Impact & impacts) != 0 && Concerns(e, currencies))];
        }
    }

    /// <summary>The currencies whose events concern some symbols, in ordinal order: of a metal its quote alone, for gold has no central bank.</summary>
    /// <param name="symbols">The symbols.</param>
    public static IReadOnlySet<string> CurrenciesOf(IEnumerable<Instrument> symbols) => new SortedSet<string>(
        symbols.SelectMany(s => Metals.Contains(s.Base) ? (string[])[s.Quote] : [s.Base, s.Quote]), StringComparer.Ordinal);

    /// <summary>Whether an event concerns one of some currencies.</summary>
    /// <param name="e">The event.</param>
    /// <param name="currencies">The currencies.</param>
    public static bool Concerns(NewsEvent e, IReadOnlySet<string> currencies)
    {
        foreach (var currency in e.Currencies)
            if (currency == AllCurrencies || currencies.Contains(currency)) return true;
        return false;
    }
}
