using System.Globalization;
using Axfl.Alerts.Messages;
using Axfl.Alerts.Tests.Servers;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Tests.Messages;

/// <summary>What messages say, and their ids, which depend on what happened alone.</summary>
public class AlertWriterTests
{
    private static readonly DateTime At = EventTime.ToDateTime(Sample.Time);

    [Fact]
    public void Each_says_in_one_line_what_a_person_must_know_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var write = new AlertWriter("run");
            Assert.Equal(
                [
                    ("run/opened/EURUSD/orb/1768287600000", AlertEvents.Trade, "EURUSD orb opened long 52000.5 at 1.17321, stop loss 1.172, target none; day -0.50R"),
                    ("run/opened/EURUSD/orb/1768287600000", AlertEvents.Trade, "EURUSD orb opened long 1 at 1.17321, stop loss 1.172, target 1.2"),
                    ("run/halt/portfolio_halted//began/1768287600000", AlertEvents.Halt, "portfolio_halted began: -5.10R, limit -5.00R"),
                    ("run/halt/portfolio_halted//ended/1768287600000", AlertEvents.Halt, "portfolio_halted ended"),
                    ("run/halt/strategy_daily_stop/orb/began/1768287600000", AlertEvents.Halt, "strategy_daily_stop of orb began: -2.00R, limit -2.00R"),
                    ("run/halt/drawdown//began/1768287600000", AlertEvents.Guard, "drawdown began: equity 95000.50, locks at 95100.00"),
                    ("run/halt/loss_streak/orb/began/1768287600000", AlertEvents.Guard, "loss_streak of orb began: 3 losses, limit 3"),
                    ("run/feed/backing_off/1768287600000", AlertEvents.Feed, "feed backing off: oanda: The line broke."),
                    ("run/error/failed/1768287600000", AlertEvents.Error, "one two"),
                ],
                ((Alert[])[
                    write.Opened("EURUSD", "orb", "long", 52000.5, Sample.Time, 1.17321, 1.172, null, -0.5),
                    write.Opened("EURUSD", "orb", "long", 1, Sample.Time, 1.17321, 1.172, 1.2, dayR: null),
                    write.Halt(Sample.Time, "portfolio_halted", "", true, -5.1, -5),
                    write.Halt(Sample.Time, "portfolio_halted", "", false, -5.1, -5),
                    write.Halt(Sample.Time, "strategy_daily_stop", "orb", true, -2, -2),
                    write.Halt(Sample.Time, "drawdown", "", true, 95_000.5, 95_100),
                    write.Halt(Sample.Time, "loss_streak", "orb", true, 3, 3),
                    write.Feed("backing_off", Sample.Time, "backing off", "oanda: The line broke."),
                    write.Told(AlertEvents.Error, "failed", Sample.Time, "one\r\n  two"),
                ]).Select(a => (a.Id, a.Kind, a.Text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Orders_of_one_strategy_at_one_time_have_ids_of_their_own()
    {
        var write = new AlertWriter("run");
        string[] ids = [.. ((Decision[])[Order("place", "accepted", 0), Order("cancel", "replaced", 0), Order("place", "accepted", 0), Order("place", "accepted", 1)]).Select(d => write.Order(d).Id)];
        Assert.Equal(["run/placed/EURUSD/orb/1768287600000", "run/cancelled/EURUSD/orb/1768287600000", "run/placed/EURUSD/orb/1768287600000/2", "run/placed/EURUSD/orb/1768287660000"], ids);
        Assert.Equal("EURUSD orb cancelled stop long at 1.1 (replaced)", write.Order(Order("cancel", "replaced", 2)).Text);
    }

    [Fact]
    public void An_id_goes_into_a_header() => Assert.Equal("l%C3%A4uft/halt/x/y%20z/began/1768287600000", new AlertWriter("läuft").Halt(Sample.Time, "x", "y z", true, 1, 2).Id);

    private static Decision Order(string stage, string result, int minute) => new()
    {
        Time = At.AddMinutes(minute), Symbol = "EURUSD", Strategy = "orb", Stage = stage, Result = result, Side = "long", Type = "stop", Price = 1.1, StopLoss = null, Target = null, Detail = "",
    };
}
