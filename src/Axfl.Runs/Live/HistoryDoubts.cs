using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Plan;
using Axfl.Runs.Events;

namespace Axfl.Runs.Live;

/// <summary>
/// What is wrong with bars that history gave a live run: those that cannot be traded on are counted and said, and so are those whose range or jump the run would
/// not believe of a price at once; these are used as given, for history alone knows what happened.
/// </summary>
/// <param name="plan">Plan.</param>
/// <param name="live">Limits.</param>
/// <param name="rejects">Counts and notes what is not used.</param>
/// <param name="notify">Takes what people are told.</param>
internal sealed class HistoryDoubts(EnginePlan plan, LivePlan live, RejectNotes rejects, Action<RunEvent> notify)
{
    /// <summary>Kind of the notes of bars that are not used.</summary>
    public const string Kind = "History";

    private readonly HashSet<(int Symbol, string First)> _said = [];

    /// <summary>An answer of history, before it is used.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="now">Unix ms.</param>
    /// <param name="last">The last price before the answer's bars, by symbol; NaN: none is known.</param>
    public void Take(RepairAnswer answer, long now, Func<int, double> last)
    {
        foreach (var of in answer.Rejected)
        {
            if (!_said.Add((of.Symbol, of.First))) continue;
            rejects.Add(now, Kind, of.Symbol, of.First, of.Count);
            notify(new HistoryBarsRejected(plan.Symbols[of.Symbol].Instrument.Symbol, of.Count, answer.Source, of.First));
        }

        foreach (var of in answer.Bars.GroupBy(b => b.Symbol))
        {
            var symbol = plan.Symbols[of.Key];
            var sanity = new BarSanity(symbol.Instrument, plan.Interval, live.MaxTickAtr, symbol.Instrument.SpreadPips);
            var (count, first) = (0, "");
            if (last(of.Key) is > 0 and var price) sanity.Take(new Bar(of.First().Bar.Time - plan.Interval.Milliseconds, price, price, price, price));
            foreach (var bar in of)
            {
                var before = sanity.LastClose;
                if (sanity.Take(bar.Bar)) continue;
                if (++count == 1) first = $"{EventTime.ToIso(bar.Bar.Time)}: {BarSanity.Describe(bar.Bar, before)}";
            }

            if (count > 0 && _said.Add((of.Key, first)))
                notify(new HistoryBarsDoubtful(symbol.Instrument.Symbol, count, answer.Source, first));
        }
    }
}
