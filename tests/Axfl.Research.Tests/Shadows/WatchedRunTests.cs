using Axfl.Research.Ambiguity;
using Axfl.Research.Shadows;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Shadows;

/// <summary>Several who watch one run.</summary>
public class WatchedRunTests
{
    [Fact]
    public void Each_sees_what_it_would_see_alone_where_a_blackout_closes_the_positions_of_one_and_not_those_of_the_other()
    {
        // The blackout is bar 3: the trade of a is closed there, and the order of b, refused there, is closed by nothing.
        var scenario = () => new Scenario().Of("a", "b").Blackout("07:15", "07:16", flat: true)
            .At(0, d => d.BuyStop(5, -5, 50), "a").At(2, d => d.Buy(-90, 60), "b")
            .Flat().Bar(0, 6, -6, 2).Bar(2, 2, 2, 2).Bar(10, 10, 10, 10).Bar(99, 99, 99, 99);
        var cancellation = TestContext.Current.CancellationToken;
        var plan = scenario().Build();
        var (refused, undecided) = (new RefusedOrders(plan), new UndecidedTrades());
        WatchedRun.Run(plan, scenario().Bars(), [refused, undecided], cancellation);
        Assert.Equal(RefusedOrders.Of(scenario().Build(), scenario().Bars(), cancellation), refused.Results);
        Assert.Equal(UndecidedTrades.Of(scenario().Build(), scenario().Bars(), cancellation).Select(t => (t.Trade.R, t.WorstR, t.BestR)), undecided.Trades.Select(t => (t.Trade.R, t.WorstR, t.BestR)));
        Assert.Equal(("blackout", "TP"), (Assert.Single(refused.Results).Gate, refused.Results[0].Reason));
        Assert.Equal(0.5, Assert.Single(undecided.Trades).BestR, 9);
    }
}
