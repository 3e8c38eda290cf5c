using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Research.Shadows;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Shadows;

/// <summary>Where one gate refuses every order, the shadows are the trades of the run without it: the same fills, exits and costs.</summary>
public class ShadowsOfAllOrdersTests
{
    private const string Text = """
        portfolio:
          symbols: [EURUSD, USDJPY, EURJPY]
          costs: {commission_per_million: 30}
          risk: {global_daily_stop_r: null, per_strategy_daily_stop_r: null, per_strategy_daily_trades: null, max_open_positions: null, max_symbol_positions: null, min_stop_pips: 0}
          strategies:
            - {name: lsg, windows: [{start: "07:00", end: "10:00"}]}
            - {name: orb, windows: [{start: "07:00", end: "12:00"}]}
            - {name: arls, windows: [{start: "07:00", end: "11:00"}]}
        """;

    [Theory]
    [InlineData(IntrabarPolicy.Worst, false)]
    [InlineData(IntrabarPolicy.Path, false)]
    [InlineData(IntrabarPolicy.Best, false)]
    [InlineData(IntrabarPolicy.Drill, false)]
    [InlineData(IntrabarPolicy.Worst, true)]
    public void They_are_the_trades_of_the_run_without_it(IntrabarPolicy intrabar, bool atClose)
    {
        using var sessions = new SessionsFiles(Text);
        var request = new RunRequest
        {
            SessionsPath = sessions.Path, Source = "simulated", WorkingDirectory = sessions.Folder,
            Since = new DateTime(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 3, 29, 0, 0, 0, DateTimeKind.Utc),
        };
        var bars = LoadedBars.Read(request, SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), null, TestContext.Current.CancellationToken);
        var plan = bars.Run.Engine with { Intrabar = intrabar, FillAtClose = atClose };
        var open = TrialRun.Run(plan, bars.Bars, bars.TradedTimes(), null, TestContext.Current.CancellationToken);
        var shadows = RefusedOrders.Of(plan with { Risk = plan.Risk with { MaxSpreadPips = 0 } }, bars.Bars, TestContext.Current.CancellationToken);
        Assert.All(shadows, s => Assert.Equal("spread", s.Gate));
        Assert.True(open.Trades.Count > 50, $"{open.Trades.Count} trades");
        Assert.Equal(
            open.Trades.Select(t => (t.EntryTime, t.Symbol, t.Strategy, t.Side, t.ExitTime, t.Reason, Math.Round(t.R, 9))).Order(),
            shadows.Where(s => s.State == ShadowStates.Filled)
                .Select(s => (s.EntryTime!.Value, s.Symbol, s.Strategy, s.Side, s.ExitTime!.Value, s.Reason, Math.Round(s.R!.Value, 9))).Order());
    }
}
