using Axfl.Engine.Events;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.State;

namespace Axfl.Runs.Journal;

/// <summary>Writes what the engine does into a journal before the observer behind it does anything with it.</summary>
/// <param name="journal">The journal; changeable, since a resumed run first compares and then writes.</param>
/// <param name="next">Who is told afterwards.</param>
[NotState]
internal sealed class JournalResults(IJournal journal, IEngineObserver next) : IEngineObserver
{
    /// <summary>Where lines go.</summary>
    public IJournal Journal { get; set; } = journal;

    /// <summary>Who is told besides, last; null: nobody.</summary>
    public IEngineObserver? Also { get; set; }

    /// <summary>Keeps what a snapshot does not hold; null: nobody makes snapshots.</summary>
    public SeenBars? Seen { get; init; }

    /// <summary>Whether an order, a fill or a trade was written since the last <see cref="Settle"/>: it must reach the disk now.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Whether what comes now follows from bars of history: its trades are marked.</summary>
    public bool IsBackfilled { get; set; }

    /// <summary>What was urgent is on the disk.</summary>
    public void Settle() => IsUrgent = false;

    /// <summary>Bars made of ticks, of one open time.</summary>
    public void OnBars(ReadOnlySpan<StepBar> bars)
    {
        var json = Journal.Begin(JournalKind.Bars);
        json.WriteNumber("t"u8, bars[0].Bar.Time);
        json.WriteStartArray("b"u8);
        foreach (ref readonly var bar in bars) JournalBar.Write(json, new MissedBar(bar));
        json.WriteEndArray();
        Journal.End();
    }

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed)
    {
        Write(placed.Decision);
        next.OnOrderPlaced(placed);
        Also?.OnOrderPlaced(placed);
    }

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        Write(blocked.Decision);
        next.OnOrderBlocked(blocked);
        Also?.OnOrderBlocked(blocked);
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        Write(cancelled.Decision);
        next.OnOrderCancelled(cancelled);
        Also?.OnOrderCancelled(cancelled);
    }

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened)
    {
        Write(opened.Decision);
        next.OnTradeOpened(opened);
        Also?.OnTradeOpened(opened);
    }

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        Write(closed.Trade);
        next.OnTradeClosed(closed);
        Also?.OnTradeClosed(closed);
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began)
    {
        Write(began.Halt);
        next.OnHaltBegan(began);
        Also?.OnHaltBegan(began);
    }

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended)
    {
        Write(ended.Halt);
        next.OnHaltEnded(ended);
        Also?.OnHaltEnded(ended);
    }

    /// <inheritdoc/>
    public void OnFlatMissed(in FlatMissed missed)
    {
        next.OnFlatMissed(missed);
        Also?.OnFlatMissed(missed);
    }

    /// <inheritdoc/>
    public void OnWeekUnknown(in WeekUnknown unknown)
    {
        next.OnWeekUnknown(unknown);
        Also?.OnWeekUnknown(unknown);
    }

    private void Write(in DecisionRecord decision)
    {
        var order = decision.Order;
        var json = Journal.Begin(JournalKind.Order);
        json.WriteNumber("t"u8, decision.Time);
        json.WriteString("symbol"u8, decision.Instrument.Symbol);
        json.WriteString("strategy"u8, decision.Strategy);
        json.WriteString("stage"u8, decision.Stage.Name());
        json.WriteString("result"u8, decision.Result.Name);
        json.WriteString("side"u8, order.Side.Name());
        json.WriteString("type"u8, order.Type.Name());
        json.WriteNumber("price"u8, order.Price);
        if (!double.IsNaN(order.StopLoss)) json.WriteNumber("stop_loss"u8, order.StopLoss);
        if (!double.IsNaN(order.Target)) json.WriteNumber("target"u8, order.Target);
        json.WriteString("detail"u8, decision.Detail);
        Journal.End();
        IsUrgent |= !decision.Result.IsBlock;
    }

    private void Write(in TradeRecord trade)
    {
        var json = Journal.Begin(JournalKind.Trade);
        json.WriteNumber("t"u8, trade.ExitTime);
        json.WriteNumber("id"u8, trade.Id);
        json.WriteString("symbol"u8, trade.Instrument.Symbol);
        json.WriteString("strategy"u8, trade.Strategy);
        json.WriteString("side"u8, trade.Side.Name());
        json.WriteNumber("units"u8, trade.Units);
        json.WriteNumber("entry_time"u8, trade.EntryTime);
        json.WriteNumber("entry"u8, trade.Entry);
        json.WriteNumber("exit"u8, trade.Exit);
        json.WriteString("reason"u8, trade.Reason.Name);
        json.WriteNumber("r"u8, trade.R);
        json.WriteNumber("pnl"u8, trade.Pnl);
        if (IsBackfilled) json.WriteBoolean("backfilled"u8, true);
        Journal.End();
        IsUrgent = true;
        Seen?.Add(trade);
    }

    private void Write(in HaltRecord halt)
    {
        var json = Journal.Begin(JournalKind.Halt);
        json.WriteNumber("t"u8, halt.Time);
        json.WriteString("halt"u8, halt.Kind.JournalName);
        json.WriteBoolean("on"u8, halt.Began);
        json.WriteString("strategy"u8, halt.Strategy);
        json.WriteNumber("value"u8, halt.Value);
        json.WriteNumber("limit"u8, halt.Limit);
        Journal.End();
    }
}
