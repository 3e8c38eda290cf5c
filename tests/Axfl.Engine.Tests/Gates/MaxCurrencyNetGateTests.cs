using Axfl.Contracts;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class MaxCurrencyNetGateTests
{
    private static readonly Instrument EurGbp = new("EURGBP", "EUR", "GBP", 0.0001, 5, 0);

    private static RunOutcome Filled(Action<IOrderDesk> first, Action<IOrderDesk> second, Instrument symbol, int most = 1) =>
        new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd, EurGbp).Risk(r => r with { MaxCurrencyNet = most })
            .At(1, first).At(1, second, symbol: symbol).Flat(count: 3).Run();

    [Fact]
    public void A_fill_is_blocked_that_would_make_a_currency_s_net_positions_more_than_allowed()
    {
        var run = Filled(d => d.Buy(), d => d.Buy(), Scenario.GbpUsd);
        Assert.Equal(("max_currency_net", "USD 2 > 1"), (run.Last, run.Detail));
    }

    [Fact]
    public void It_is_asked_at_the_fill_only() => Assert.Contains("GBPUSD a: 1 place accepted", Filled(d => d.Buy(), d => d.Buy(), Scenario.GbpUsd).StoryBySlot);

    [Fact]
    public void Opposite_sides_cancel_each_other_out() => Assert.Equal("filled", Filled(d => d.Buy(), d => d.Sell(), Scenario.GbpUsd).Last);

    [Fact]
    public void The_base_is_named_first_and_a_short_position_counts_the_other_way_round()
    {
        Assert.Equal("EUR 2 > 1", Filled(d => d.Buy(), d => d.Buy(), EurGbp).Detail);
        Assert.Equal("EUR 2 > 1", Filled(d => d.Sell(), d => d.Sell(), EurGbp).Detail);
    }

    [Fact]
    public void Up_to_the_number_they_fill() => Assert.Equal("filled", Filled(d => d.Buy(), d => d.Buy(), Scenario.GbpUsd, most: 2).Last);
}
