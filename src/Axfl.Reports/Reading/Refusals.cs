using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Sessions;

namespace Axfl.Reports.Reading;

/// <summary>An order that was refused or cancelled.</summary>
/// <param name="Decision">The decision as the run wrote it.</param>
/// <param name="Gate">The gate that refused it, or whose halt cancelled it; empty: another reason cancelled it.</param>
/// <param name="Day">Trading day, days since 1970-01-01.</param>
internal sealed record Refusal(Decision Decision, string Gate, int Day)
{
    /// <summary>Whether it was cancelled, by whatever reason.</summary>
    public bool IsCancelled => Decision.Stage == "cancel";

    /// <summary>Of all decisions of a run, in order.</summary>
    public static IReadOnlyList<Refusal> Of(RunRecord run)
    {
        var day = new TradingDay(run.Engine.TradingDay);
        var refusals = new List<Refusal>();
        var halts = run.Halts?.Where(h => h.On).ToList() ?? [];
        foreach (var decision in run.Decisions)
        {
            if (decision.Result is "accepted" or "filled") continue;
            var time = EventTime.FromDateTime(decision.Time);
            day.Roll(time);
            refusals.Add(new Refusal(decision, GateOf(decision, halts), day.NameOf(time)));
        }

        return refusals;
    }

    /// <summary>Names of the gates in their order, and behind them those that files of other versions name.</summary>
    public static IReadOnlyList<string> Gates(IEnumerable<Refusal> refusals)
    {
        string[] known = [.. GateList.InOrder.Select(g => g.Name)];
        return [.. known, .. refusals.Select(r => r.Gate).Where(g => g.Length > 0).Distinct().Except(known).Order(StringComparer.Ordinal)];
    }

    // Orders that a halt cancels count under its gate: that of the halt that began last.
    private static string GateOf(Decision decision, List<Runs.Files.HaltLine> halts) =>
        decision.Stage != "cancel" ? decision.Result
        : decision.Result == CancelReason.Halt.Name ? halts.FindLast(h => h.Time <= decision.Time)?.Halt ?? "portfolio_halted"
        : "";
}
