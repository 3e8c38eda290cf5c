using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Engine.Calendars;

/// <summary>The blackouts of a plan that close positions.</summary>
internal sealed class BlackoutTimes(IEnumerable<BlackoutPlan> blackouts) : FlatTimes
{
    private readonly WindowTimes[] _windows = [.. blackouts.Where(b => b.Flat).Select(b => new WindowTimes(b.Window))];

    /// <summary>Those of a plan; null: none closes positions.</summary>
    public static BlackoutTimes? Of(IReadOnlyList<BlackoutPlan> blackouts) => blackouts.Any(b => b.Flat) ? new BlackoutTimes(blackouts) : null;

    /// <inheritdoc/>
    protected override bool Meet(long from, long until)
    {
        foreach (var window in _windows)
            if (window.EndingAfter(from).Start < until) return true;
        return false;
    }

    /// <inheritdoc/>
    protected override bool Lie(long from, long until)
    {
        foreach (var window in _windows)
        {
            var (start, end) = window.EndingAfter(from);
            while (start < from) (start, end) = window.EndingAfter(end);
            if (end <= until) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override long FirstStart(long time)
    {
        var first = long.MaxValue;
        foreach (var window in _windows) first = Math.Min(first, window.EndingAfter(time).Start);
        return first;
    }
}
