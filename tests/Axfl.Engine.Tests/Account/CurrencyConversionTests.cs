using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class CurrencyConversionTests
{
    private static readonly Instrument Yen = new("USDJPY", "USD", "JPY", 0.01, 3, 0);
    private static readonly Instrument EurGbp = new("EURGBP", "EUR", "GBP", 0.0001, 5, 0);
    private static readonly Instrument EurYen = new("EURJPY", "EUR", "JPY", 0.01, 3, 0);

    internal static EntryOrder BuyAt150 { get; } = new(Side.Long, EntryType.Market, 0, 149.5, 151);

    /// <summary>USDJPY at 150 for two bars, then up to 151 in the third.</summary>
    internal static RunOutcome UsdJpy(Action<IOrderDesk> act, Func<CostPlan, CostPlan>? costs = null) => new Scenario().On(Yen).Costs(costs ?? (c => c)).At(0, act)
        .Raw(At(0, 0, 150)).Raw(At(0, 1, 150)).Raw(new StepBar(0, new Bar(Scenario.Time(2), 150, 151, 150, 150))).Run();

    [Fact]
    public void Where_the_quote_is_the_account_a_unit_of_it_is_worth_1() =>
        Assert.Equal(500_000, new Scenario().At(0, d => d.Buy()).Flat(count: 2).Run().Engine.View().Positions[0].Units);

    [Fact]
    public void Where_the_base_is_the_account_it_is_worth_1_over_the_fill_s_price_the_entry_s_for_size_the_exit_s_for_profit()
    {
        var trade = UsdJpy(d => d.Place(BuyAt150)).Trade;
        // 500 USD at 150 are 75,000 JPY over 0.5: 150,000 units. +1 JPY each is 150,000 JPY, at 151.
        Assert.Equal(150_000, trade.Units);
        Assert.Equal(150_000 / 151.0, trade.Pnl, 6);
        Assert.Equal(2, trade.R, 9);
    }

    [Fact]
    public void With_costs_it_is_the_price_of_the_fill_with_them()
    {
        // Spread 100 pips = 1 JPY: bought at 150.5, 1 from the stop loss: 500 x 150.5 units.
        var run = new Scenario().On(Yen).Spread(100).At(0, d => d.Place(BuyAt150)).Raw(At(0, 0, 150)).Raw(At(0, 1, 150)).Run();
        Assert.Equal(75_250, run.Engine.View().Positions[0].Units);
    }

    [Fact]
    public void Otherwise_a_symbol_of_base_quote_and_account_converts_at_its_last_close_of_an_earlier_open_time()
    {
        // GBPUSD closes at 1.25, then at 1.30 in the bar of the fill: sized at 1.25. 500 / 1.25 = 400 GBP over 0.001: 400,000 units.
        var run = new Scenario().On(EurGbp, Scenario.GbpUsd).At(1, d => d.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 0.859)))
            .At(2, d => d.ExitPosition());
        var outcome = run.Run();
        foreach (var (bar, cross, pound) in new[] { (0, 0.86, 1.24), (1, 0.86, 1.25), (2, 0.86, 1.30), (3, 0.865, 1.5) })
            outcome.Engine.Step([At(0, bar, cross), At(1, bar, pound)]);
        Assert.Equal(400_000, outcome.Trade.Units);
        // Closed at the open of bar 3 at the close of bar 2: +0.005 x 400,000 x 1.30.
        Assert.Equal(2600, outcome.Trade.Pnl, 6);
    }

    [Fact]
    public void Or_one_of_account_and_quote_the_other_way_round()
    {
        var outcome = new Scenario().On(EurYen, Yen).At(1, d => d.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 159.5))).Run();
        foreach (var bar in new[] { 0, 1, 2 }) outcome.Engine.Step([At(0, bar, 160), At(1, bar, 150)]);
        // 500 USD are 75,000 JPY over 0.5.
        Assert.Equal(150_000, outcome.Engine.View().Positions[0].Units);
    }

    [Fact]
    public void Before_its_first_close_entries_are_blocked()
    {
        var outcome = new Scenario().On(EurGbp, Scenario.GbpUsd).At(0, d => d.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 0.859))).Run();
        outcome.Engine.Step([At(0, 0, 0.86), At(1, 0, 1.25)]);
        Assert.Equal(("size", "no conversion price yet"), (outcome.Last, outcome.Detail));
    }

    [Fact]
    public void A_plan_without_a_symbol_that_converts_is_refused_and_says_which_to_add()
    {
        var error = Assert.Throws<AxflException>(() => new Scenario().On(EurGbp).Run());
        Assert.Equal(("ConversionSymbolMissing", "EURGBP"), (error.ErrorId, (string?)error.Target));
        Assert.Equal("EURGBP: profit in GBP cannot be converted into USD. Add a symbol of GBP and USD to the plan's symbols.", error.Message);
        Assert.Equal(ErrorKind.Configuration, error.Kind);
    }

    [Fact]
    public void A_symbol_that_trades_nothing_needs_none()
    {
        // Nothing converts yen; EURUSD, which trades, needs nothing: 500,000 units and 10 pips.
        var trade = new Scenario().On(EngineHarness.EurUsd, EurYen).Plan(p => p with { Symbols = [p.Symbols[0], p.Symbols[1] with { Slots = [] }] })
            .At(0, d => d.Buy(-10, 10)).Flat().Step((0, 10, 0, 0), (0, 0, 0, 0)).Run().Trade;
        Assert.Equal(("EURUSD", "TP"), (trade.Instrument.Symbol, trade.Reason.Name));
        Assert.Equal(500, trade.Pnl, 6);
    }

    [Fact]
    public void An_open_position_is_marked_at_the_price_of_the_close()
    {
        // 150,000 units from 150; at 151 a profit of 150,000 JPY.
        var run = new Scenario().On(Yen).At(0, d => d.Place(BuyAt150 with { Target = double.NaN })).Raw(At(0, 0, 150)).Raw(At(0, 1, 150)).Raw(At(0, 2, 151)).Run();
        Assert.Equal(150_000 / 151.0, run.Engine.View().Positions[0].PnlOpen, 6);
    }

    [Fact]
    public void A_symbol_that_shares_one_currency_alone_converts_nothing()
    {
        // EURUSD before GBPUSD in the plan has the account, EURGBP the euro; only GBPUSD has pound and dollar.
        var outcome = new Scenario().On(EurGbp, EngineHarness.EurUsd, Scenario.GbpUsd)
            .At(1, d => d.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 0.859))).Run();
        foreach (var bar in new[] { 0, 1, 2 }) outcome.Engine.Step([At(0, bar, 0.86), At(1, bar, 1.1), At(2, bar, 1.25)]);
        Assert.Equal(400_000, outcome.Engine.View().Positions[0].Units);
    }

    [Fact]
    public void The_first_symbol_of_the_plan_that_converts_is_taken_the_other_way_round_too()
    {
        var franc = new Instrument("USDCHF", "USD", "CHF", 0.0001, 5, 0);
        var outcome = new Scenario().On(EurYen, franc, Yen).At(1, d => d.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 159.5))).Run();
        foreach (var bar in new[] { 0, 1, 2 }) outcome.Engine.Step([At(0, bar, 160), At(1, bar, 0.9), At(2, bar, 150)]);
        Assert.Equal(150_000, outcome.Engine.View().Positions[0].Units);
    }

    [Fact]
    public void Costs_are_in_account_currency_at_the_price_of_each_fill()
    {
        // Spread 2 pips and slippage 1: 0.01 JPY each. Bought at 150.02, sold at 150.98.
        var trade = new Scenario().On(Yen).Spread(2).Costs(_ => new CostPlan { AtrDivisor = null }).At(0, d => d.Place(BuyAt150))
            .Raw(At(0, 0, 150)).Raw(At(0, 1, 150)).Raw(new StepBar(0, new Bar(Scenario.Time(2), 150, 151, 150, 150))).Run().Trade;
        var expected = (trade.Units * 0.01 / 150.02) + (trade.Units * 0.01 / 150.98);
        Assert.Equal([expected, expected], new[] { trade.CostSpread, trade.CostSlippage }, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(2 * expected, trade.Costs, 6);
    }

    private static StepBar At(int symbol, int bar, double price) => new(symbol, new Bar(Scenario.Time(bar), price, price, price, price));
}
