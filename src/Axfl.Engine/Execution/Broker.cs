using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>The paper broker: takes orders through the gates, fills, cancels and closes, books the results. Each change leaves a record.</summary>
internal sealed class Broker
{
    private readonly Gates _gates;
    private readonly CostModel _costs;
    private readonly PositionSizer _sizer;

    public Broker(EnginePlan plan, IEngineObserver observer)
    {
        State = new PortfolioState(plan, observer, this);
        Halts = new Halts(State, this);
        _costs = new CostModel(plan.Costs);
        _sizer = new PositionSizer(plan.Account);
        _gates = new Gates(State, Halts, _sizer);
    }

    public PortfolioState State { get; }

    public Halts Halts { get; }

    /// <summary>Open time of the bar in hand, or time of the tick: the time of gates.</summary>
    public long BarTime { get; set; } = long.MinValue;

    /// <summary>A strategy places an entry at the close of the bar in hand.</summary>
    public void Place(Slot slot, EntryOrder order)
    {
        var market = slot.Market;
        if (order.Type == EntryType.Market) order = order with { Price = market.Close };
        if (_gates.Refuses(slot, order, order.Price, double.NaN, market.CloseSpread, BarTime, out var refusal))
        {
            Record(slot, DecisionStage.Place, order, BarTime, refusal);
            return;
        }

        if (slot.HasWaiting) Cancel(slot, DecisionResult.Replaced, BarTime);
        slot.HasWaiting = true;
        slot.Waiting = order;
        slot.PlacedTime = BarTime;
        slot.WaitingPassed = order.Type == EntryType.Stop && Touch.Reaches(order.Side, market.Close, order.Price);
        Record(slot, DecisionStage.Place, order, BarTime, default);
        if (order.Type == EntryType.Market && State.Plan.FillAtClose)
            Fill(slot, market.Close, market.CloseSpread, BarTime + State.Plan.Interval.Milliseconds);
    }

    /// <summary>A strategy asks for its position to be closed.</summary>
    public void AskExit(Slot slot)
    {
        if (State.Plan.FillAtClose)
            Exit(slot, slot.Market.Close, slot.Market.CloseSpread, ExitReason.Exit, BarTime + State.Plan.Interval.Milliseconds);
        else slot.ExitAsked = true;
    }

    /// <summary>Cancels a waiting entry.</summary>
    public void Cancel(Slot slot, DecisionResult reason, long time)
    {
        slot.HasWaiting = false;
        State.Observer.OnDecision(new DecisionRecord(
            time, slot.Market.Instrument, slot.Strategy.Id, DecisionStage.Cancel, reason, slot.Waiting));
    }

    /// <summary>A waiting entry would fill at a price before costs; the gates decide.</summary>
    /// <returns>Whether there is a position now.</returns>
    public bool Fill(Slot slot, double price, double spread, long time)
    {
        var order = slot.Waiting with { Price = price };
        var market = slot.Market;
        slot.HasWaiting = false;
        var cost = _costs.Of(market, spread, SlippageOn.Entry);
        var fill = order.Side == Side.Long ? cost.Buy(price) : cost.Sell(price);
        if (_gates.Refuses(slot, order, price, fill, spread, BarTime, out var refusal))
        {
            Record(slot, DecisionStage.Fill, order, BarTime, refusal);
            return false;
        }

        var value = market.QuoteValue.At(fill);
        var risk = Math.Abs(fill - order.StopLoss);
        var units = _sizer.Units(State.Equity, risk, value);
        var commission = _costs.Commission(units, fill, value);
        slot.Position = new Position
        {
            Side = order.Side, Units = units, EntryTime = time, Entry = fill, StopLoss = order.StopLoss, Target = order.Target, RiskPerUnit = risk,
            RiskAmount = units * risk * value, EntryCommission = commission, EntryCosts = cost.Distance * units * value + commission,
            EntrySpread = cost.Half * units * value, EntrySlippage = cost.Slippage * units * value,
            Highest = fill, Lowest = fill, Tag = order.Tag,
        };
        slot.HasPosition = true;
        slot.Strategy.Entries++;
        market.OpenPositions++;
        State.OpenPositions++;
        Record(slot, DecisionStage.Fill, order, BarTime, new Refusal(DecisionResult.Filled, double.NaN, double.NaN));
        return true;
    }

    /// <summary>Closes a position at a price before costs and books the trade.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="price">Price before costs.</param>
    /// <param name="spread">Spread, quote currency.</param>
    /// <param name="reason">Why.</param>
    /// <param name="time">Time of the fill, unix ms.</param>
    /// <param name="day">Trading day it belongs to; null: the present one.</param>
    public void Exit(Slot slot, double price, double spread, ExitReason reason, long time, int? day = null)
    {
        ref var position = ref slot.Position;
        var market = slot.Market;
        var kind = reason switch { ExitReason.StopLoss => SlippageOn.Stop, ExitReason.Target => SlippageOn.Target, _ => SlippageOn.Time };
        var cost = _costs.Of(market, spread, kind);
        var fill = position.Side == Side.Long ? cost.Sell(price) : cost.Buy(price);
        var value = market.QuoteValue.At(fill);
        var exitCommission = _costs.Commission(position.Units, fill, value);
        var commission = position.EntryCommission + exitCommission;
        var r = position.ROf(fill) - commission / position.RiskAmount;
        var pnl = (fill - position.Entry) * (int)position.Side * position.Units * value - commission;
        position.See(fill, fill);
        var trade = new TradeRecord(
            ++State.Trades, market.Instrument, slot.Strategy.Id, position.Side, position.Units, position.EntryTime, position.Entry, position.StopLoss,
            position.Target, time, fill, reason, r, pnl, position.EntryCosts + cost.Distance * position.Units * value + exitCommission, position.BarsHeld + market.BarsBegun(position.EntryTime, time),
            Math.Min(0, position.ROf(position.Side == Side.Long ? position.Lowest : position.Highest)),
            Math.Max(0, position.ROf(position.Side == Side.Long ? position.Highest : position.Lowest)), position.Tag,
            day ?? State.Day.Name)
        {
            CostSpread = position.EntrySpread + cost.Half * position.Units * value,
            CostSlippage = position.EntrySlippage + cost.Slippage * position.Units * value,
            CostCommission = commission,
            Risk = position.RiskAmount,
        };
        Book(slot, r, pnl, time, isToday: trade.TradingDay == State.Day.Name);
        State.Observer.OnTrade(trade);
        Halts.AfterExit(slot, time);
    }

    /// <summary>Sum of open R, each position marked as if closed at its symbol's last close with all costs.</summary>
    public double OpenR()
    {
        var sum = 0.0;
        foreach (var market in State.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPosition) sum += Mark(slot).R;
        return sum;
    }

    /// <summary>A position's R and PnL as if closed at the last close with all costs.</summary>
    public (double R, double Pnl) Mark(Slot slot)
    {
        ref var position = ref slot.Position;
        var market = slot.Market;
        var cost = _costs.Of(market, market.LastCloseSpread, SlippageOn.Time);
        var fill = position.Side == Side.Long ? cost.Sell(market.Close) : cost.Buy(market.Close);
        var value = market.QuoteValue.At(fill);
        var commission = position.EntryCommission + _costs.Commission(position.Units, fill, value);
        return (position.ROf(fill) - commission / position.RiskAmount,
            (fill - position.Entry) * (int)position.Side * position.Units * value - commission);
    }

    private void Book(Slot slot, double r, double pnl, long time, bool isToday)
    {
        slot.HasPosition = slot.ExitAsked = false;
        slot.FlattenAfter = long.MaxValue;
        slot.Market.OpenPositions--;
        State.OpenPositions--;
        State.Equity += pnl;
        if (Prices.Below(r, 0)) slot.LastLossTime = time;
        if (!isToday) return;
        State.RToday += r;
        State.PnlToday += pnl;
        slot.Strategy.R += r;
        slot.Strategy.Pnl += pnl;
        slot.Strategy.Trades++;
    }

    private void Record(Slot slot, DecisionStage stage, in EntryOrder order, long time, Refusal refusal)
    {
        if (refusal.Gate > DecisionResult.Filled) State.Blocked[(int)refusal.Gate]++;
        State.Observer.OnDecision(new DecisionRecord(
            time, slot.Market.Instrument, slot.Strategy.Id, stage, refusal.Gate, order, refusal.Left, refusal.Right));
    }
}
