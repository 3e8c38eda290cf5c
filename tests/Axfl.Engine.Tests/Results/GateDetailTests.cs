using Axfl.Contracts;

namespace Axfl.Engine.Tests;

/// <summary>The two numbers a gate compared, as text.</summary>
public class GateDetailTests
{
    private static readonly double Seven = Scenario.Start, FivePast = Scenario.Time(1);

    private static string Text(DecisionResult result, double left, double right, DecisionStage stage = DecisionStage.Place, double stopLoss = 1) =>
        GateDetail.Text(new DecisionRecord(0, EngineHarness.EurUsd, "a", stage, result, new EntryOrder(Side.Long, EntryType.Market, 1, stopLoss), left, right));

    [Fact]
    public void Times() => Assert.Equal(
        ["2026-01-13T07:00:00Z < 2026-01-13T07:05:00Z", "2026-01-13T07:00:00Z < 2026-01-13T07:05:00Z", "2026-01-13T07:00:00Z out of session", ""],
        [
            Text(DecisionResult.Warmup, Seven, FivePast), Text(DecisionResult.Drawdown, Seven, FivePast), Text(DecisionResult.Session, Seven, 0),
            Text(DecisionResult.Session, Seven, 0, DecisionStage.Cancel),
        ]);

    [Fact]
    public void R() => Assert.Equal(
        ["-5.12R <= -5R", "-2.30R <= -2.2568R"], [Text(DecisionResult.PortfolioHalted, -5.1234, -5), Text(DecisionResult.StrategyDailyStop, -2.3, -2.25678)]);

    [Theory]
    [InlineData(DecisionResult.StrategyDailyTrades)]
    [InlineData(DecisionResult.PositionOpen)]
    [InlineData(DecisionResult.MaxSymbolPositions)]
    [InlineData(DecisionResult.MaxOpenPositions)]
    public void Counts(DecisionResult result) => Assert.Equal("4 >= 3", Text(result, 4, 3));

    [Fact]
    public void Minutes_pips_and_units() => Assert.Equal(
        ["7.26 min < 30.12 min", "1.234 pips > 1.2 pips", "0.5 pips < 1.001 pips", "400.123457 units < 1000.5 units"],
        [
            Text(DecisionResult.Cooldown, 7.256, 30.123), Text(DecisionResult.Spread, 1.2344, 1.2001), Text(DecisionResult.RiskDistance, 0.50001, 1.0012),
            Text(DecisionResult.Size, 400.12345678, 1000.50000001),
        ]);

    [Fact]
    public void Words_where_there_are_no_numbers() => Assert.Equal(
        ["no stop loss", "stop loss on the wrong side", "stop loss on the wrong side", "no conversion price yet", "the price is old", "", "", ""],
        [
            Text(DecisionResult.RiskDistance, double.NaN, 1, stopLoss: double.NaN), Text(DecisionResult.RiskDistance, 0, 1), Text(DecisionResult.RiskDistance, -3, 1),
            Text(DecisionResult.Size, double.NaN, 1), Text(DecisionResult.Stale, 0, 0), Text(DecisionResult.Accepted, 0, 0), Text(DecisionResult.Filled, 0, 0),
            Text(DecisionResult.Expired, 0, 0, DecisionStage.Cancel),
        ]);
}
