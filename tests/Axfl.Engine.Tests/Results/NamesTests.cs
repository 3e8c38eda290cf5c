using Axfl.Contracts;

namespace Axfl.Engine.Tests;

/// <summary>The words of files and status.</summary>
public class NamesTests
{
    [Theory]
    [InlineData(DecisionResult.Accepted, "accepted")]
    [InlineData(DecisionResult.Filled, "filled")]
    [InlineData(DecisionResult.Warmup, "warmup")]
    [InlineData(DecisionResult.Session, "session")]
    [InlineData(DecisionResult.Stale, "stale")]
    [InlineData(DecisionResult.PortfolioHalted, "portfolio_halted")]
    [InlineData(DecisionResult.Drawdown, "drawdown")]
    [InlineData(DecisionResult.StrategyDailyStop, "strategy_daily_stop")]
    [InlineData(DecisionResult.StrategyDailyTrades, "strategy_daily_trades")]
    [InlineData(DecisionResult.Cooldown, "cooldown")]
    [InlineData(DecisionResult.PositionOpen, "position_open")]
    [InlineData(DecisionResult.MaxSymbolPositions, "max_symbol_positions")]
    [InlineData(DecisionResult.MaxOpenPositions, "max_open_positions")]
    [InlineData(DecisionResult.Spread, "spread")]
    [InlineData(DecisionResult.RiskDistance, "risk_distance")]
    [InlineData(DecisionResult.Size, "size")]
    [InlineData(DecisionResult.Expired, "expired")]
    [InlineData(DecisionResult.Replaced, "replaced")]
    [InlineData(DecisionResult.Halt, "halt")]
    [InlineData(DecisionResult.Strategy, "strategy")]
    [InlineData(DecisionResult.End, "end")]
    public void Of_results(DecisionResult result, string name) => Assert.Equal(name, result.Name());

    [Fact]
    public void Of_reasons_stages_sides_and_types()
    {
        Assert.Equal(
            ["SL", "TP", "TIME", "EXIT", "HALT", "END"],
            new[] { ExitReason.StopLoss, ExitReason.Target, ExitReason.Time, ExitReason.Exit, ExitReason.Halt, ExitReason.End }.Select(r => r.Name()));
        Assert.Equal(["place", "fill", "cancel"], Enum.GetValues<DecisionStage>().Select(s => s.Name()));
        Assert.Equal(("long", "short"), (Side.Long.Name(), Side.Short.Name()));
        Assert.Equal(("market", "stop", "limit"), (EntryType.Market.Name(), EntryType.Stop.Name(), EntryType.Limit.Name()));
    }
}
