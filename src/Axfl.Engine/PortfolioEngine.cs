using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Calendars;
using Axfl.Engine.Desk;
using Axfl.Engine.Events;
using Axfl.Engine.Exits;
using Axfl.Engine.Fills;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Risk;
using Axfl.Engine.Status;

namespace Axfl.Engine;

/// <summary>
/// The fold: market events in, decisions and trades out. Deterministic: no clock, no file, no random number; time is the time of the event.
/// </summary>
/// <remarks>Replay feeds <see cref="Step"/>. Live feeds <see cref="OnTick"/>, <see cref="CompleteBars"/> and <see cref="OnClock"/>. Not thread-safe.</remarks>
public sealed class PortfolioEngine : IStepFold
{
    private readonly EnginePlan _plan;
    private readonly PortfolioState _state;
    private readonly TradingAccount _account;
    private readonly Halts _halts;
    private readonly GateKeeper _gates;
    private readonly PositionExit _exits;
    private readonly OpenOfBar _open;
    private readonly OrderDesk[][] _desks;
    private readonly Worst _worst;
    private readonly IntrabarModel _intrabar;
    private readonly NewsTimes? _news;
    private long _now = long.MinValue;

    /// <summary>An engine at its beginning.</summary>
    /// <exception cref="AxflException">A symbol's profit cannot be converted into the account currency.</exception>
    public PortfolioEngine(EnginePlan plan, IEngineObserver observer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(observer);
        _plan = plan;
        _state = new PortfolioState(plan, observer);
        _account = new TradingAccount(_state);
        _halts = new Halts(_state, _account);
        _gates = new GateKeeper(_state, _account, _halts);
        var entries = new EntryFill(_state, _account, _gates);
        _exits = new PositionExit(_state, _account, _halts);
        _open = new OpenOfBar(_state, entries, _exits);
        _desks = [.. _state.Markets.Select(m => m.Slots.Select(s => new OrderDesk(s, _state, _gates, entries, _exits)).ToArray())];
        _worst = new Worst(_state.Markets, entries, _exits);
        _news = _state.News is { } news ? new NewsTimes(news, [.. plan.Symbols.Select(s => s.Instrument)], news.Plan.BeforeMinutes) : null;
        _intrabar = IntrabarModels.Make(plan.Intrabar, _state.Markets, entries, _exits);
    }

    internal PortfolioState State => _state;

    internal Halts Halts => _halts;

    /// <summary>Time of the newest event, unix ms; long.MinValue before the first.</summary>
    internal long Now => _now;

    /// <summary>The symbols whose prices convert others, by their places in the plan.</summary>
    internal int[] ConversionSources => _account.Conversions.Sources;

    /// <summary>Whether nothing fills on a bar that reaches no level by its extremes.</summary>
    internal bool IsDecidedByExtremes => _intrabar.IsDecidedByExtremes;

    /// <summary>One step from bars: all bars with one open time, in plan order. Opens, then insides, then closes.</summary>
    public void Step(ReadOnlySpan<StepBar> bars)
    {
        Begin(bars[0].Bar.Time);
        foreach (ref readonly var bar in bars) Open(bar);
        _intrabar.Walk(bars);
        Close(bars);
        foreach (ref readonly var bar in bars) _state.Markets[bar.Symbol].SpreadInForce = _state.Markets[bar.Symbol].LastCloseSpread;
    }

    /// <summary>One tick: a bar of one point and a step of its own, at which orders fill. Strategies wait for the bar.</summary>
    public void OnTick(int symbol, in Tick tick)
    {
        Begin(tick.Time);
        var market = _state.Markets[symbol];
        market.Take(tick);
        market.BeginBar(tick.Time - tick.Time % _plan.Interval.Milliseconds);
        var point = new Bar(tick.Time, tick.Price, tick.Price, tick.Price, tick.Price);
        foreach (var slot in market.Slots) _open.Walk(slot, point);
        foreach (var slot in market.Slots)
        {
            if (slot.IsInUse) _worst.Walk(slot, point);
            if (slot.HasPosition) slot.Position.Excursion.See(tick.Price, tick.Price);
        }

        market.See(tick.Time + 1);
    }

    /// <summary>Bars built from ticks are complete: all with one open time, in plan order. They feed strategies only.</summary>
    public void CompleteBars(ReadOnlySpan<StepBar> bars)
    {
        Begin(bars[0].Bar.Time);
        foreach (ref readonly var bar in bars) _state.Markets[bar.Symbol].Take(bar);
        Close(bars);
    }

    /// <summary>
    /// Bars that were missed, all with one open time, in plan order: positions are managed on what was not seen of them, pending entries they would
    /// have filled are blocked (gate <c>stale</c>), strategies see them. New entries are blocked too when the bar is marked backfilled: it came too late.
    /// </summary>
    public void Backfill(ReadOnlySpan<MissedBar> bars)
    {
        Begin(bars[0].Bar.Bar.Time);
        var step = new StepBar[bars.Length];
        for (var i = 0; i < bars.Length; i++)
        {
            step[i] = bars[i].Bar;
            _state.Markets[step[i].Symbol].Take(step[i] with { Backfilled = true });
        }

        foreach (ref readonly var missed in bars)
            foreach (var slot in _state.Markets[missed.Bar.Symbol].Slots)
                if (missed.MissesOpen && IsConcerned(slot, missed)) _open.Walk(slot, missed.Bar.Bar);
        foreach (ref readonly var missed in bars)
            foreach (var slot in _state.Markets[missed.Bar.Symbol].Slots)
                if (slot.IsInUse && IsConcerned(slot, missed)) _worst.Walk(slot, missed.Part);
        foreach (ref readonly var bar in step.AsSpan()) _state.Markets[bar.Symbol].Take(bar);
        foreach (ref readonly var missed in bars)
            if (!missed.IsSeen) _state.Markets[missed.Bar.Symbol].See(Math.Min(missed.Bar.Bar.Time + _plan.Interval.Milliseconds, missed.Until));
        Close(step);
    }

    /// <summary>Time has passed without a trade: pending entries that are out of session or expired are cancelled.</summary>
    public void OnClock(long time)
    {
        Begin(time);
        foreach (var market in _state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPending) _open.CancelIfOver(slot, time);
    }

    /// <summary>Whether a symbol has no fresh price: entries on it are blocked (gate <c>stale</c>).</summary>
    public void SetStale(int symbol, bool stale) => _state.Markets[symbol].Staleness.OfFeed = stale;

    /// <summary>Whether a symbol has a position.</summary>
    public bool HasPosition(int symbol) => _state.Markets[symbol].OpenPositions > 0;

    /// <summary>Other events are in force from now on: the files of the news calendar have changed.</summary>
    /// <param name="calendar">All events of all files.</param>
    public void ChangeCalendar(NewsCalendar calendar)
    {
        if (_state.News is { } news) news.Change(calendar);
    }

    /// <summary>Strategies see a complete bar that they saw in an earlier process. Nothing else changes, and no order is taken.</summary>
    public void Show(int symbol, in Bar bar)
    {
        foreach (var slot in _state.Markets[symbol].Slots) slot.OnBar(bar, NoDesk.Instance);
    }

    /// <summary>Time has come to a step on whose bars nothing happens: days roll, halts end.</summary>
    internal void PassTo(long time) => Begin(time);

    /// <summary>The end of a replay: pending entries are cancelled and positions closed at their last close, unless the plan leaves both.</summary>
    public void End()
    {
        if (!_plan.CloseAtEnd) return;
        foreach (var market in _state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPending) _state.Cancel(slot, CancelReason.End, market.LastBarTime);
        foreach (var market in _state.Markets)
        {
            _state.BarTime = market.LastBarTime;
            foreach (var slot in market.Slots)
            {
                if (!slot.HasPosition) continue;
                _exits.Close(
                    slot, market.Close, market.LastCloseSpread, ExitReasons.EndOfReplay, market.LastBarTime + _plan.Interval.Milliseconds,
                    _state.Day.NameOf(market.LastBarTime));
            }
        }
    }

    /// <summary>The present state, for status. Allocates.</summary>
    public PortfolioView View() => PortfolioView.Of(_state, _account, _halts, _gates);

    /// <summary>What the news calendar in force says at a time; null: the plan has none.</summary>
    /// <param name="now">Unix ms.</param>
    public NewsStatus? News(long now)
    {
        if (_news is null) return null;
        var next = _news.NextAt(now);
        return new NewsStatus(
            next is null ? null : EventTime.ToDateTime(next.Time), next?.Title, next?.Currencies ?? [], Active: _news.Meeting(now, now + 1) is not null);
    }

    /// <summary>Limits, halts and prices at this moment, for those who watch. Allocates.</summary>
    public RiskView Risk() => RiskView.Of(_state, _account, _halts);

    private void Begin(long time)
    {
        _state.BarTime = time;
        _account.Conversions.Refresh();
        if (time <= _now) return;
        _now = time;
        var ended = _state.Day.End;
        if (_state.Day.Roll(time))
        {
            _halts.BeginDay(ended);
            _gates.BeginDay();
            _account.Parity?.Find(_state.Day.Name);
        }

        _halts.Advance(time);
    }

    private void Open(in StepBar bar)
    {
        var market = _state.Markets[bar.Symbol];
        market.Take(bar);
        foreach (var slot in market.Slots)
            if (slot.IsInUse) _open.Walk(slot, bar.Bar);
    }

    private static bool IsConcerned(Slot slot, in MissedBar missed) => !missed.IsSeen && (!slot.HasPosition || slot.Position.EntryTime < missed.Until);

    private void Close(ReadOnlySpan<StepBar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            var market = _state.Markets[bar.Symbol];
            market.Complete(bar.Bar);
            if (market.OpenPositions > 0) CountBar(market, bar);
        }

        // Live, the last bars of a day are complete when the next has begun.
        if (_account.Parity is { } parity && _state.Day.NameOf(bars[0].Bar.Time) < _state.Day.Name) parity.Find(_state.Day.Name);
        if (_plan.Risk.HaltCountsOpen) _halts.TestOpen(bars[0].Bar.Time);
        foreach (ref readonly var bar in bars)
        {
            var slots = _state.Markets[bar.Symbol].Slots;
            var desks = _desks[bar.Symbol];
            for (var i = 0; i < slots.Length; i++) slots[i].OnBar(bar.Bar, desks[i]);
        }
    }

    private void CountBar(Market market, in StepBar bar)
    {
        foreach (var slot in market.Slots)
        {
            if (!slot.HasPosition || bar.Bar.Time < slot.Position.EntryTime) continue;
            slot.Position.BarsHeld++;
            if (!_intrabar.HasSeenInside(bar)) slot.Position.Excursion.See(bar.Bar.High, bar.Bar.Low);
        }
    }
}
