using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class StaleGateTests
{
    [Fact]
    public void Entries_of_a_symbol_without_a_fresh_price_are_blocked_until_it_has_one()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.Buy()).Run();
        run.Engine.SetStale(0, true);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        Assert.Equal("the price is old", run.Detail);
        run.Engine.SetStale(0, false);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        Assert.Equal(["0 place stale", "1 place accepted"], run.Story);
    }

    [Fact]
    public void A_pending_entry_that_would_fill_at_an_old_price_is_blocked()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Run();
        run.Engine.SetStale(0, true);
        run.Engine.OnTick(0, new Tick(Scenario.Time(1) + 1000, Pips.Price(0)));
        Assert.Equal(["0 place accepted", "1.003 fill stale"], run.Story);
    }
}
