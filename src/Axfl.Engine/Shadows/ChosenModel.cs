using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Fills;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Shadows;

/// <summary>The plan's intrabar fill model for each shadow until a bar is ambiguous; from that bar on the model of its choice.</summary>
/// <remarks>Under a drill it walks the smaller bars: those are the bars that can be ambiguous.</remarks>
internal sealed class ChosenModel : IntrabarModel
{
    private readonly ShadowOutcomes _shadows;
    private readonly IntrabarModel[] _models;

    private ChosenModel(Market[] markets, IntrabarModel own, EntryFill entries, PositionExit exits, ShadowOutcomes shadows)
        : base(markets)
    {
        _shadows = shadows;
        IntrabarModel worst = new Worst(markets, entries, exits), best = new Best(markets, entries, exits);
        _models = [own, worst, best, new Surviving(markets, entries, worst), new Surviving(markets, entries, best)];
    }

    /// <summary>The model of a policy.</summary>
    public static IntrabarModel Make(IntrabarPolicy policy, Market[] markets, EntryFill entries, PositionExit exits, ShadowOutcomes shadows)
    {
        var isDrill = policy == IntrabarPolicy.Drill;
        var one = new ChosenModel(markets, IntrabarModels.Make(isDrill ? IntrabarPolicy.Worst : policy, markets, entries, exits), entries, exits, shadows);
        return isDrill ? new Drill(markets, one) : one;
    }

    /// <inheritdoc/>
    public override void Walk(Slot slot, in Bar bar)
    {
        var shadow = _shadows.Of(slot.Strategy.Id);
        if (Ambiguity.Is(slot, bar)) shadow.MarkAmbiguous(bar.Time);
        _models[shadow.IsAmbiguous ? (int)shadow.Choice : 0].Walk(slot, bar);
    }

    // Nothing but the fill happens on the bar of the entry.
    private sealed class Surviving(Market[] markets, EntryFill entries, IntrabarModel after) : IntrabarModel(markets)
    {
        public override void Walk(Slot slot, in Bar bar)
        {
            if (slot.HasPosition) after.Walk(slot, bar);
            else if (slot.Pending.FillsAtOpen(bar.Open)) entries.Fill(slot, bar.Open, slot.Market.OpenSpread, bar.Time);
            else if (Ambiguity.Fills(slot, bar)) entries.Fill(slot, slot.Pending.Price, slot.Market.InsideSpread, bar.Time);
        }
    }
}
