using Axfl.Configuration.Calendars;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>What reading a profile needs besides its text.</summary>
/// <param name="Folder">Folder against which its paths are resolved, absolute.</param>
/// <param name="Instruments">Instruments a plan can name.</param>
/// <param name="Tuned">Tuned defaults.</param>
/// <param name="Strategies">Strategies a file may name.</param>
/// <param name="Values">Where values go.</param>
/// <param name="Calendars">News calendars that were read.</param>
internal sealed record ProfileContext(
    string Folder, InstrumentTable Instruments, TunedDefaults Tuned, IReadOnlyList<StrategyDefinition> Strategies, List<PlanValue> Values, CalendarShelf Calendars)
{
    /// <summary>Nothing but the keys themselves: to write and to describe them.</summary>
    public static ProfileContext Nothing { get; } = new("", new InstrumentTable(), new TunedDefaults(null, [], new ProblemLog()), [], [], new CalendarShelf());
}
