using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

public class TradingDayRollTests
{
    [Fact]
    public void It_rolls_once_a_day_at_its_local_start_over_changes_of_the_clock()
    {
        var day = new TradingDay(new TradingDayPlan(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeOfDay.Parse("17:00")));
        var rolls = new List<string>();
        for (var t = EngineHarness.At("2026-03-06T12:00:00Z"); t < EngineHarness.At("2026-03-10T12:00:00Z"); t += 5 * EventTime.Minute)
            if (day.Roll(t)) rolls.Add($"{EventTime.ToIso(t)} {TradingDay.Format(day.Name)}");
        // 17:00 in New York is 22:00 UTC until the clocks change on Sunday 8 March, then 21:00.
        Assert.Equal(
            ["2026-03-06T12:00:00Z 2026-03-06", "2026-03-06T22:00:00Z 2026-03-07", "2026-03-07T22:00:00Z 2026-03-08", "2026-03-08T21:00:00Z 2026-03-09",
                "2026-03-09T21:00:00Z 2026-03-10"],
            rolls);
    }

    [Fact]
    public void Its_first_millisecond_is_the_new_day_s_and_the_last_the_old_one_s()
    {
        var day = new TradingDay(new TradingDayPlan(TimeZoneInfo.Utc, TimeOfDay.Parse("06:00")));
        Assert.True(day.Roll(EngineHarness.At("2026-01-13T06:00:00Z")));
        Assert.False(day.Roll(EngineHarness.At("2026-01-14T05:59:59.999Z")));
        Assert.True(day.Roll(EngineHarness.At("2026-01-14T06:00:00Z")));
        Assert.True(day.Roll(EngineHarness.At("2026-01-14T05:59:59Z")));
        Assert.Equal("2026-01-13", TradingDay.Format(day.Name));
    }

    [Fact]
    public void What_happens_at_a_bar_s_close_belongs_to_the_day_of_the_bar()
    {
        // Trading day from 07:05: the exit at the close of the 07:00 bar, whose time is 07:05, still counts for the day before.
        var run = new Scenario().Plan(p => p with { FillAtClose = true, TradingDay = new TradingDayPlan(TimeZoneInfo.Utc, TimeOfDay.Parse("07:10")) })
            .At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat().Flat(-5).Run();
        Assert.Equal((Scenario.Time(2), "2026-01-12"), (run.Trade.ExitTime, TradingDay.Format(run.Trade.TradingDay)));
        Assert.Equal(-0.5, run.Engine.View().Today.RTotal, 9);
    }
}
