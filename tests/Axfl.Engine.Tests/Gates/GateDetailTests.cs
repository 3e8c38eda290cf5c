using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Engine.Status;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

/// <summary>The two numbers a gate compared, as text.</summary>
public class GateDetailTests
{
    private static readonly double Seven = Scenario.Start, FivePast = Scenario.Time(1);

    private static string Text(string result, double left, double right, DecisionStage stage = DecisionStage.Place, double stopLoss = 1) => new DecisionRecord(
        0, EngineHarness.EurUsd, "a", stage, DecisionResults.InOrder.Single(r => r.Name == result && r.Kind == DecisionKind.Cancelled == (stage == DecisionStage.Cancel)),
        new EntryOrder(Side.Long, EntryType.Market, 1, stopLoss), left, right).Detail;

    [Fact]
    public void Times() => Assert.Equal(
        ["2026-01-13T07:00:00Z < 2026-01-13T07:05:00Z", "2026-01-13T07:00:00Z < 2026-01-13T07:05:00Z", "2026-01-13T07:00:00Z out of session", ""],
        [
            Text("warmup", Seven, FivePast), Text("drawdown", Seven, FivePast), Text("session", Seven, 0),
            Text("session", Seven, 0, DecisionStage.Cancel),
        ]);

    [Fact]
    public void R() => Assert.Equal(
        ["-5.12R <= -5R", "-2.30R <= -2.2568R"], [Text("portfolio_halted", -5.1234, -5), Text("strategy_daily_stop", -2.3, -2.25678)]);

    [Theory]
    [InlineData("strategy_daily_trades")]
    [InlineData("position_open")]
    [InlineData("max_symbol_positions")]
    [InlineData("max_open_positions")]
    public void Counts(string result) => Assert.Equal("4 >= 3", Text(result, 4, 3));

    [Fact]
    public void Minutes_pips_and_units() => Assert.Equal(
        ["7.26 min < 30.12 min", "1.234 pips > 1.2 pips", "0.5 pips < 1.001 pips", "400.123457 units < 1000.5 units"],
        [
            Text("cooldown", 7.256, 30.123), Text("spread", 1.2344, 1.2001), Text("risk_distance", 0.50001, 1.0012),
            Text("size", 400.12345678, 1000.50000001),
        ]);

    [Fact]
    public void Words_where_there_are_no_numbers() => Assert.Equal(
        ["no stop loss", "stop loss on the wrong side", "stop loss on the wrong side", "no conversion price yet", "the price is old", "", "", ""],
        [
            Text("risk_distance", double.NaN, 1, stopLoss: double.NaN), Text("risk_distance", 0, 1), Text("risk_distance", -3, 1),
            Text("size", double.NaN, 1), Text("stale", 0, 0), Text("accepted", 0, 0), Text("filled", 0, 0),
            Text("expired", 0, 0, DecisionStage.Cancel),
        ]);
}
