using Axfl.Contracts;

namespace Axfl.Engine;

/// <summary>What all parts of the engine share: markets, slots, the trading day, equity. Changed only by the fold.</summary>
internal sealed class PortfolioState
{
    private readonly QuoteValue[] _conversions;

    public PortfolioState(EnginePlan plan, IEngineObserver observer, Broker broker)
    {
        Plan = plan;
        Observer = observer;
        Day = new TradingDay(plan.TradingDay);
        Equity = plan.Account.StartingEquity;
        Strategies = [.. plan.Strategies.Select(id => new StrategyDay(id))];
        Markets = [.. plan.Symbols.Select(s => new Market(s, plan.MeasuredSpread))];
        for (var i = 0; i < Markets.Length; i++)
        {
            var market = Markets[i];
            market.Slots = [.. plan.Symbols[i].Slots.Select(s => new Slot(market, Strategies.Single(d => d.Id == s.Strategy), s, plan.Interval, broker))];
            if (market.Slots.Length > 0) market.QuoteValue = QuoteValue.For(market, plan.Account.Currency, Markets) ?? throw NoConversion(market, plan);
        }

        _conversions = [.. Markets.Select(m => m.QuoteValue)];
    }

    public EnginePlan Plan { get; }

    public IEngineObserver Observer { get; }

    public Market[] Markets { get; }

    public StrategyDay[] Strategies { get; }

    public TradingDay Day { get; }

    /// <summary>Starting equity + realised PnL.</summary>
    public double Equity { get; set; }

    public double RToday { get; set; }

    public double PnlToday { get; set; }

    public int OpenPositions { get; set; }

    public int Trades { get; set; }

    /// <summary>Refusals of the trading day by gate.</summary>
    public int[] Blocked { get; } = new int[Enum.GetValues<DecisionResult>().Length];

    public void RefreshConversions()
    {
        foreach (var value in _conversions) value.Refresh();
    }

    private static AxflException NoConversion(Market market, EnginePlan plan) => new(
        "ConversionSymbolMissing", ErrorKind.Configuration,
        $"{market.Instrument.Symbol}: profit in {market.Instrument.Quote} cannot be turned into {plan.Account.Currency}. Add a symbol of "
        + $"{market.Instrument.Quote} and {plan.Account.Currency} to the plan's symbols.") { Target = market.Instrument.Symbol };
}
