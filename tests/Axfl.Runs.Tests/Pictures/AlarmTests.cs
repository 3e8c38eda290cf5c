using Axfl.Contracts;
using Axfl.Runs.Pictures;

namespace Axfl.Runs.Tests.Pictures;

public class AlarmTests
{
    [Fact]
    public void A_run_by_its_rules_says_how_its_feed_is() =>
        Assert.Equal(new Alarm(PictureStyle.Good, "running by its rules, feed live, 1 error, 3.3 ms to a decision (p99 41 ms)", false), Alarm.Of(Looks.Live));

    [Fact]
    public void What_is_worse_comes_first()
    {
        var look = Looks.Live with { Now = Looks.State with { Halts = [new("portfolio_halted", null, Looks.At(22, 0))] } };
        Assert.Equal(new Alarm(PictureStyle.Caution, "HALTED until 22:00 UTC, in 13 h 34 min", false), Alarm.Of(look));
        look = look with { Status = look.Status! with { Ok = false, Error = "no fresh price" } };
        Assert.Equal(new Alarm(PictureStyle.Alarm, "NOT OK: no fresh price", false), Alarm.Of(look));
        look = look with { Now = look.Now! with { WrittenAt = Looks.Time.AddMinutes(-3) } };
        Assert.Equal(new Alarm(PictureStyle.Alarm, "NO NEWS for 3 min: the run hangs or cannot write, what is shown is old", true), Alarm.Of(look));
        look = look with { Report = Looks.Report(RunStates.Failed, "the disk is full") };
        Assert.Equal(new Alarm(PictureStyle.Alarm, "FAILED: the disk is full", true), Alarm.Of(look));
    }

    [Fact]
    public void A_halt_without_an_end_that_is_known_lasts_until_the_next_trading_day() =>
        Assert.Equal("HALTED until the next trading day", Alarm.Of(Looks.Live with { Status = Looks.Status with { Risk = new RiskStatus(true, -5) } }).Text);

    [Fact]
    public void The_halt_of_a_strategy_names_it() => Assert.Equal(
        "lsg halted (strategy_daily_stop) until 10-16 00:00 UTC, in 15 h 34 min",
        Alarm.Of(Looks.Live with { Now = Looks.State with { Halts = [new("strategy_daily_stop", "lsg", Looks.At(0, 0).AddDays(1))] } }).Text);

    [Fact]
    public void A_run_of_this_process_that_writes_nothing_is_old_too() => Assert.True(Alarm.Of(Looks.Replay with { Now = Looks.State with { WrittenAt = Looks.Time.AddMinutes(-1) } }).IsOld);

    [Theory]
    [InlineData(RunStates.Ended, null, "ended")]
    [InlineData(RunStates.Stopped, "The last line of trades.csv is torn.", "stopped: The last line of trades.csv is torn.")]
    public void A_run_that_ended_in_order_is_no_alarm(string state, string? error, string text) =>
        Assert.Equal(new Alarm(PictureStyle.Strong, text, false), Alarm.Of(Looks.Live with { Report = Looks.Report(state, error) }));
}
