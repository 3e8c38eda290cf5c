using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Reports.Bars;
using Axfl.Reports.Content;
using Axfl.Reports.Numbers;

namespace Axfl.Reports.Page;

/// <summary>The panels that tell of orders and bars.</summary>
/// <param name="content">The run.</param>
internal sealed class OrderPanels(ReportContent content)
{
    private const int MostRefusals = 100;

    /// <summary>What bars cannot tell.</summary>
    public void Undecided(Html html)
    {
        const string Title = "What bars cannot tell";
        if (content.Again.Trades is not { } trades)
        {
            Panel.WriteSentence(html, "undecided", Title, content.Again.Why!);
            return;
        }

        var undecided = trades.Where(t => t.IsUndecided).ToList();
        Panel.Write(html, "undecided", Title,
            new Caption("Of an undecided trade the bar does not say whether stop loss or target came first.",
                $"{Shown.Number(undecided.Count)} of {Shown.Many(trades.Count, "trade")} are undecided: total R lies between {Shown.R(trades.Sum(t => t.WorstR))} and {Shown.R(trades.Sum(t => t.BestR))}."),
            null, new Table("Undecided trades", ">trade", "symbol", "entry", ">R", ">worst", ">best").AddAll(
                undecided.Take(MostRefusals), t => [Shown.Number(t.Trade.Id), t.Trade.Instrument.Symbol, Shown.Moment(t.Trade.EntryTime), Shown.R(t.Trade.R), Shown.R(t.WorstR), Shown.R(t.BestR)]));
    }

    /// <summary>Refused orders, and what they would have made.</summary>
    public void WhyNot(Html html)
    {
        var refusals = content.Refusals;
        var silent = content.Names.Gates.Except(refusals.Select(r => r.Gate)).ToList();
        var stages = new Table("By stage and gate", "stage", "gate", ">orders").AddAll(
            refusals.GroupBy(r => (r.Refusal.Decision.Stage, r.Refusal.Decision.Result)).OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key.Stage, StringComparer.Ordinal).ThenBy(g => g.Key.Result, StringComparer.Ordinal), g => [g.Key.Stage, g.Key.Result, Shown.Number(g.Count())]);
        var last = new Table("Last refused and cancelled orders", "time", "symbol", "strategy", "stage", "gate", "side", ">price", "detail", ">let through").AddAll(
            refusals.TakeLast(MostRefusals).Reverse(), r => Row(r));
        var caption = new Caption(
            "Refused and cancelled orders by stage and gate, and what the refused ones would have made had that one gate let them through, alone. The sum is no forecast of the run without the gate.",
            silent.Count > 0 ? $"Never refused: {string.Join(", ", silent)}." : "");
        if (refusals.Count == 0) Panel.WriteSentence(html, "whynot", "Why not", "No order was refused or cancelled.");
        else Panel.Write(html, "whynot", "Why not", caption, content.Again.Why is { } why ? "What they would have made is left out. " + why : null, Economics(), stages, last);
    }

    /// <summary>The candle view, which only the script draws.</summary>
    public void Candles(Html html)
    {
        if (content.Bars.Series is not { } series) Panel.WriteSentence(html, "candles", "Candles", content.Bars.Why!);
        else
        {
            Panel.Write(html, "candles", "Candles", Choice.IsWhole(series, content.BarsMode)
                ? "All bars of the run, with its trades and refused orders."
                : $"Bars from {Choice.Before} before to {Choice.After} after each order and trade, and 4-hour bars of the whole run. {Spelling.Of("Bars", "all")} brings all of them.", null);
        }
    }

    private Table Economics()
    {
        var table = new Table("Gate economics", "gate", ">refused", ">would have filled", ">overlapping", ">won", ">sum R", ">mean R", ">95 %", "the gate");
        if (content.Again.Shadows is null) return table;
        foreach (var gate in content.Names.Gates)
        {
            var all = content.Refusals.Where(r => r.Gate == gate).ToList();
            if (all.Count == 0) continue;
            var sum = ShadowSum.Of(all);
            if (!GateList.HasShadow(gate)) table.Add(gate, Shown.Number(sum.Refused), "-", "-", "-", "-", "-", "-", "not measured");
            else
            {
                var interval = sum is { Filled: >= ShadowSum.Fewest, Mean: { } mean, HalfInterval: { } half } ? $"{Shown.R(mean - half, 3)} to {Shown.R(mean + half, 3)}" : "-";
                table.Add(gate, Shown.Number(sum.Refused), Shown.Number(sum.Filled), Shown.Number(sum.Overlapping), Shown.Number(sum.Won), Shown.R(sum.SumR), Shown.R(sum.Mean, 3), interval, sum.Verdict);
            }
        }

        return table;
    }

    private string[] Row(JudgedRefusal refusal)
    {
        var d = refusal.Refusal.Decision;
        var let = refusal.Shadow?.State switch { null => "", ShadowStates.Filled => Shown.R(refusal.Shadow.R), ShadowStates.Unfilled => "no fill", _ => "overlapping" };
        return [Shown.Moment(d.Time), d.Symbol, d.Strategy, d.Stage, d.Result, d.Side, Shown.Price(content.Run, d.Symbol, d.Price), d.Detail, let];
    }
}
