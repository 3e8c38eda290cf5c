using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Shadows;
using Axfl.Research.Shadows;

namespace Axfl.Research.Ambiguity;

/// <summary>
/// The trades of a run, and of those that a bar does not decide what they could have come to: each folded for itself from its first ambiguous bar on, always
/// to the worse and always to the better of what bars allow.
/// </summary>
/// <remarks>
/// On the bar of a stop or limit entry three things can happen: stop loss, target where it is reached, or neither, after which it goes on by the same rule. A
/// trade that something outside closed (a halt) is closed then in each case; what its strategy asked for is asked for in each case.
/// </remarks>
internal sealed class UndecidedTrades : ISlotFollower
{
    private readonly List<Followed> _closed = [];
    private readonly List<Followed> _alive = [];

    /// <inheritdoc/>
    public bool KeepsFlat => true;

    /// <summary>The trades, in order of closing; known at the end of the run.</summary>
    public IReadOnlyList<BoundedTrade> Trades => [.. _closed.Select(f => f.Bounds())];

    /// <summary>All trades of a run, in order of closing.</summary>
    /// <param name="plan">The plan; its start is that of the run.</param>
    /// <param name="bars">Bars of each symbol in plan order, warm-up included.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">A strategy fails, or a profit cannot be converted.</exception>
    public static IReadOnlyList<BoundedTrade> Of(EnginePlan plan, IReadOnlyList<SharedBars> bars, CancellationToken cancellation)
    {
        var undecided = new UndecidedTrades();
        _ = WatchedRun.Run(plan, bars, [undecided], cancellation);
        return undecided.Trades;
    }

    /// <inheritdoc/>
    public void BeforeOpen(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Kind != SlotEventKind.Closed || !e.Trade.Reason.IsFromOutside || OpenOf(e.Slot) is not { } followed) continue;
            foreach (var shadow in followed.Shadows) shadow.CloseAt(e.Trade.ExitTime);
        }
    }

    /// <inheritdoc/>
    public void BeforeInside(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
            if (e.Kind == SlotEventKind.Opened && !e.IsAtClose) Follow(fold, e);
    }

    /// <inheritdoc/>
    public void AfterClose(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Kind == SlotEventKind.Opened && e.IsAtClose) Follow(fold, e);
            else if (e.Kind == SlotEventKind.Exits) RequestExits(e.Slot);
        }

        TakeClosed(events);
        _alive.RemoveAll(static f => f.Trade is not null && f.Shadows.All(s => s.IsOver));
    }

    /// <inheritdoc/>
    public void End(IReadOnlyList<SlotEvent> events) => TakeClosed(events);

    private void Follow(ShadowFold fold, SlotEvent e) => _alive.Add(
        new Followed(e.Slot, [.. Enum.GetValues<ShadowChoice>().Select(c => fold.Add(e.Slot.Symbol, e.Slot.Plan, e.Order, e.PlacedTime, c))]));

    private void RequestExits(WatchedSlot slot)
    {
        foreach (var followed in _alive.Where(f => f.Slot == slot))
            foreach (var shadow in followed.Shadows) shadow.RequestExit();
    }

    // Trades of a slot close in the order in which they opened.
    private void TakeClosed(IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Kind != SlotEventKind.Closed || OpenOf(e.Slot) is not { } followed) continue;
            followed.Trade = e.Trade;
            _closed.Add(followed);
        }
    }

    private Followed? OpenOf(WatchedSlot slot) => _alive.Find(f => f.Slot == slot && f.Trade is null);

    private sealed class Followed(WatchedSlot slot, ShadowOrder[] shadows)
    {
        public WatchedSlot Slot => slot;

        public ShadowOrder[] Shadows => shadows;

        public TradeRecord? Trade { get; set; }

        public BoundedTrade Bounds()
        {
            var trade = Trade!.Value;
            var asRun = shadows[(int)ShadowChoice.AsRun];
            var alone = asRun.Trade!.Value.R;
            if (!asRun.IsAmbiguous) return new(trade, [], trade.R, trade.R) { AloneR = alone };
            double worst = trade.R, best = trade.R;
            foreach (var shadow in shadows)
            {
                var r = shadow.Trade!.Value.R;
                (worst, best) = (Math.Min(worst, r), Math.Max(best, r));
            }

            return new(trade, asRun.AmbiguousBars, worst, best) { AloneR = alone };
        }
    }
}

/// <summary>A trade between what bars allow at the worst and at the best.</summary>
/// <param name="Trade">The trade as the run made it.</param>
/// <param name="AmbiguousBars">Open times of the bars, while it was open, that did not decide it, unix ms; none: it is decided.</param>
/// <param name="WorstR">R at the worst; its own where it is decided.</param>
/// <param name="BestR">R at the best; its own where it is decided.</param>
internal sealed record BoundedTrade(TradeRecord Trade, IReadOnlyList<long> AmbiguousBars, double WorstR, double BestR)
{
    /// <summary>R of the order folded for itself by the plan's own fill model: that of the trade.</summary>
    public double AloneR { get; init; }

    public bool IsUndecided => AmbiguousBars.Count > 0;
}
