using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks around news: when the bar, or tick, meets an event that covers the symbol, or the calendar does not know its week and the plan blocks those.</summary>
internal sealed class NewsGate() : Gate("news")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        if (check.State.News is not { } news) return null;
        if (check.Market.News!.Meeting(check.Time, check.Until) is { } met) return new Compared(met.Time, check.Time, met.Title);
        if (news.Calendar.KnowsWeekOf(check.Time)) return null;
        var monday = CalendarWeek.MondayOf(check.Time);
        if (news.Plan.RefusesUnknownWeeks) return new Compared(monday * EventTime.Day);
        check.State.WarnOfWeek(monday);
        return null;
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) => decision.Subject is { } title
        ? $"{title} {DetailText.Time(decision.Left)}, {DetailText.Time(decision.Right)}"
        : $"no calendar for the week of {DetailText.Time(decision.Left)[..10]}";
}
