using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>Missing bars, one at a time, and a missing day: no exception, and no price that is not finite.</summary>
internal static class GapCheck
{
    private const string Name = "gaps";
    private const int Most = 200, Least = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Runs it.</summary>
    public static CheckResult Run(CheckedStrategy subject, Action<double> report, CancellationToken cancellation)
    {
        var bars = subject.Case.Bars;
        var places = (int)Math.Min(bars.Length, Math.Clamp(subject.BarsWithin(Limit) / bars.Length, Least, Most));
        var noStop = subject.Actions.Any(a => IsOrder(a) && !double.IsFinite(a.Order.StopLoss));
        var noTarget = subject.Actions.Any(a => IsOrder(a) && !double.IsFinite(a.Order.Target));
        for (var k = 0; k < places; k++)
        {
            report((double)k / places);
            var place = (int)((long)bars.Length * k / places);
            if (Fault(place, place + 1, $"without the bar {EventTime.ToIso(bars[place].Time)}") is { } fault) return fault;
        }

        var (from, until) = MiddleDay(bars);
        if (Fault(from, until, $"without the day from {EventTime.ToIso(bars[from].Time)}") is { } ofDay) return ofDay;
        return CheckResult.Passed(Name, $"a bar missing at {places} places, one at a time, and a day" + (places < Math.Min(Most, bars.Length) ? $" ({Most} places would take too long)" : ""));

        CheckResult? Fault(int start, int end, string what)
        {
            List<StrategyAction> actions = [];
            var error = StrategyFault.Of(() => actions = new StrategyFeed(subject.Case.Definition, subject.Case.Setup)
                .Add(subject.Case.Bars[..start], cancellation).Add(subject.Case.Bars[end..], cancellation).Actions);
            if (error is not null) return CheckResult.Failed(Name, $"{what}: {error}");

            foreach (var action in actions.Where(IsOrder))
            {
                var field = !double.IsFinite(action.Order.StopLoss) && !noStop ? nameof(action.Order.StopLoss) : !double.IsFinite(action.Order.Target) && !noTarget ? nameof(action.Order.Target) : null;
                if (field is not null) return CheckResult.Failed(Name, $"{what}: a price that is not finite", new(Name, what, null, EventTime.ToDateTime(action.Time), field, "a finite price", action.ToString()));
            }

            return null;
        }
    }

    private static bool IsOrder(StrategyAction action) => action.Kind == ActionKind.Order;

    private static (int From, int Until) MiddleDay(ReadOnlySpan<Bar> bars)
    {
        var day = bars[bars.Length / 2].Time / EventTime.Day;
        int from = bars.Length / 2, until = bars.Length / 2 + 1;
        while (from > 0 && bars[from - 1].Time / EventTime.Day == day) from--;
        while (until < bars.Length && bars[until].Time / EventTime.Day == day) until++;
        return (from, until);
    }
}
