using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Engine.State;

namespace Axfl.Engine.Calendars;

/// <summary>A blackout of a plan, as its gate asks for it.</summary>
[NotState]
internal sealed class Blackout(BlackoutPlan plan)
{
    private readonly WindowTimes _times = new(plan.Window);

    /// <summary>When it is, for people.</summary>
    public string Text { get; } = plan.Text;

    /// <summary>Whether a bar or tick meets it.</summary>
    /// <param name="from">Its open time or time, unix ms.</param>
    /// <param name="until">Its end, exclusive.</param>
    public bool IsMetBy(long from, long until) => _times.EndingAfter(from).Start < until;
}
