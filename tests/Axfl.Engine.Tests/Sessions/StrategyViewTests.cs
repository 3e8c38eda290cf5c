using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

/// <summary>A strategy's view of the market never has holes.</summary>
public class StrategyViewTests
{
    [Fact]
    public void It_sees_every_complete_bar_in_and_out_of_session_and_in_warm_up()
    {
        var seen = new List<int>();
        var scenario = new Scenario().Window("07:10", "07:20").Plan(p => p with { Since = Scenario.Time(3) });
        for (var i = 0; i < 6; i++)
        {
            var bar = i;
            scenario.At(bar, _ => seen.Add(bar));
        }

        scenario.Flat(count: 6).Run();
        Assert.Equal([0, 1, 2, 3, 4, 5], seen);
    }

    [Fact]
    public void It_does_not_learn_whether_its_order_was_blocked()
    {
        // Placing gives no answer and no error, whatever the gates say.
        var run = new Scenario().Window("08:00", "09:00").At(0, d => d.Buy()).At(0, d => d.Buy(double.NaN)).Flat().Run();
        Assert.Equal(["0 place session", "0 place session"], run.Story);
    }
}
