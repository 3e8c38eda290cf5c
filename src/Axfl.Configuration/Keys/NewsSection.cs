using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The section <c>news</c> as it is written.</summary>
/// <param name="Calendars">Paths of the calendars, absolute.</param>
/// <param name="Zone">Zone of times that carry none; null: there is none.</param>
/// <param name="Plan">The rest; its calendar is empty.</param>
internal sealed record NewsSection(IReadOnlyList<string> Calendars, TimeZoneInfo? Zone, NewsPlan Plan)
{
    /// <summary>A section without keys of its own.</summary>
    public static NewsSection Usual { get; } = new([], null, new NewsPlan { Calendar = NewsCalendar.Empty });
}
