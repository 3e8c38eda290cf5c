using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;
using Axfl.Reports.Reading;
using Axfl.Runs.Files;

namespace Axfl.Reports.Content;

/// <summary>Something that marks a stretch of a run.</summary>
/// <param name="From">Its beginning, unix ms.</param>
/// <param name="To">Its end; null: it lasted to the end of the run, or has none.</param>
/// <param name="Kind">A halt by the name of its gate; <c>resume</c>, <c>feed_lost</c>.</param>
/// <param name="Strategy">Strategy id; empty: the portfolio.</param>
/// <param name="Text">What happened, in words.</param>
internal sealed record Mark(long From, long? To, string Kind, string Strategy, string Text)
{
    /// <summary>The marks of a run by their beginning.</summary>
    public static IReadOnlyList<Mark> Of(RunRecord run)
    {
        var marks = OfHalts(run.Halts ?? []);
        if (run.Live is { } live)
        {
            marks.AddRange(live.Resumes.Select(t => new Mark(t, null, "resume", "", "taken up again")));
            marks.AddRange(live.Outages.Select(o => new Mark(o.From, o.To, "feed_lost", "", $"{o.State}: {o.Detail}")));
        }

        return [.. marks.OrderBy(m => m.From)];
    }

    private static List<Mark> OfHalts(IReadOnlyList<HaltLine> halts)
    {
        var marks = new List<Mark>();
        var open = new Dictionary<(string, string), int>();
        foreach (var halt in halts)
        {
            var key = (halt.Halt, halt.Strategy ?? "");
            var time = EventTime.FromDateTime(halt.Time);
            if (halt.On)
            {
                open[key] = marks.Count;
                marks.Add(new Mark(time, null, halt.Halt, halt.Strategy ?? "", Numbers(halt)));
            }
            else if (open.Remove(key, out var at)) marks[at] = marks[at] with { To = time };
        }

        return marks;
    }

    private static string Numbers(HaltLine halt) => HaltKinds.UnitOf(halt.Halt) switch
    {
        HaltUnit.Equity => $"equity {Shown(halt.Value, "N2", "")}, limit {Shown(halt.Limit, "N2", "")}",
        HaltUnit.Losses => $"{Shown(halt.Value, "0", "")} losses in a row, limit {Shown(halt.Limit, "0", "")}",
        _ => $"{Shown(halt.Value, "0.00", "R")}, limit {Shown(halt.Limit, "0.##", "R")}",
    };

    private static string Shown(double? value, string format, string unit) => value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) + unit : "-";
}
