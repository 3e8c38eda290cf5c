using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Research.GateEconomics;
using Axfl.Research.Measures;
using Axfl.Research.Tests.Trials;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.GateEconomics;

/// <summary>What rules cost and save.</summary>
public class GateMeasuresTests
{
    private const string Text = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          risk: {global_daily_stop_r: -2, per_strategy_daily_stop_r: -1, per_strategy_daily_trades: 2, max_open_positions: 1, max_spread_pips: 2, cooldown_minutes: 30,
                 drawdown: {trailing_pct: 2, cooloff_minutes: 600}, global_daily_target_r: 1, loss_streak: {losses: 2, pause_minutes: 600}, max_currency_net: 1}
          blackouts: [{start: "08:00", end: "08:20"}]
          news: {calendar: news.csv, timezone: UTC, flat: true}
          strategies:
            - {name: lsg, windows: [{start: "07:00", end: "10:00"}]}
            - {name: arls, windows: [{start: "07:00", end: "11:00"}]}
        """;

    private static IReadOnlyList<GateMeasure> Of(Scenario scenario, GateRequest? request = null) =>
        GateMeasures.Of(Measured.Run(scenario), request ?? new(), null, TestContext.Current.CancellationToken);

    private static RunRequest Simulated(SessionsFiles sessions) => new()
    {
        SessionsPath = sessions.Path, Source = "simulated", WorkingDirectory = sessions.Folder,
        Since = new DateTime(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 4, 12, 0, 0, 0, DateTimeKind.Utc),
    };

    // b's order is refused while a has a position, and would have made 2R.
    private static Scenario Refused() => new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1, MinStopPips = 0 })
        .At(0, d => d.Buy(-10, 5), "a").At(0, d => d.Buy(-10, 20), "b").Flat().Bar(0, 5, 0, 5).Bar(5, 20, 5, 20);

    [Fact]
    public void A_limit_that_refuses_one_winner_cost_what_it_would_have_made_and_nothing_leans_on_it()
    {
        var gate = Assert.Single(Of(Refused()));
        Assert.Equal(("max_open_positions", "max_open_positions", "risk.max_open_positions=null"), (gate.Rule, gate.Gate, gate.Removed));
        Assert.Equal((0.5, 2.5, -2.0), (Math.Round(gate.TotalR, 9), Math.Round(gate.WithoutR, 9), Math.Round(gate.SavedR, 9)));
        Assert.Equal((1, 1, 0, 1), (gate.Refused, gate.ShadowFilled, gate.ShadowOverlapping, gate.ShadowWins));
        Assert.Equal((2.0, 2.0, 0.0), (Math.Round(gate.ShadowR, 9), Math.Round(gate.ShadowMeanR!.Value, 9), Math.Round(gate.InteractionR, 9)));
        Assert.Equal(-1000, gate.SavedPnl, 0);
        Assert.Equal((1, 2), (gate.Trades, gate.WithoutTrades));
    }

    [Fact]
    public void Where_an_order_let_through_meets_another_rule_there_is_an_interaction()
    {
        // Without the limit of positions b's order fills, loses, and the portfolio's stop then keeps a's second order out.
        var gates = Of(new Scenario().Of("a", "b").Risk(r => r with { MaxOpenPositions = 1, GlobalDailyStopR = -1, MinStopPips = 0 })
            .At(0, d => d.Buy(-20, 5), "a").At(0, d => d.Buy(-1), "b").At(3, d => d.Buy(-10, 30), "a").Flat().Bar(0, 0, -1, 0).Bar(0, 5, 0, 5).Flat(5).Bar(5, 30, 5, 30));
        var gate = gates.Single(g => g.Rule == "max_open_positions");
        Assert.Equal(-1.0, gate.ShadowR, 9);
        Assert.NotEqual(0, Math.Round(gate.InteractionR, 6));
        Assert.Equal(gate.SavedR + gate.ShadowR, gate.InteractionR, 12);
    }

    [Fact]
    public void With_fewer_than_twenty_days_there_is_no_interval()
    {
        var gate = Assert.Single(Of(Refused()));
        Assert.Equal((null, null, null, null, "fewer than 20 trading days"), (gate.SavedRLow, gate.SavedRHigh, gate.P, gate.PHolm, gate.Reason));
    }

    [Fact]
    public void The_rule_of_the_least_stop_is_removed_at_zero_and_has_no_shadows()
    {
        var gates = Of(new Scenario().Risk(r => r with { MinStopPips = 8 }).At(0, d => d.Buy(-5, 5)).Flat().Bar(0, 5, 0, 5));
        var gate = gates.Single(g => g.Rule == "min_stop");
        Assert.Equal(("risk_distance", "risk.min_stop_pips=0", -1.0, 0), (gate.Gate, gate.Removed, Math.Round(gate.SavedR, 9), gate.Refused));
    }

    // b's order is refused by one guard and would have made 2R.
    public static TheoryData<string, string> Guards => new()
    {
        { "blackout", "blackouts=[]" }, { "news", "news=null" }, { "portfolio_target", "risk.global_daily_target_r=null" }, { "loss_streak", "risk.loss_streak=null" },
        { "max_currency_net", "risk.max_currency_net=null" },
    };

    private static Scenario RefusedBy(string gate)
    {
        var scenario = new Scenario().Of("a", "b").Risk(r => r with { MinStopPips = 0 }).At(3, d => d.Buy(-10, 20), "b");
        return gate switch
        {
            "blackout" => scenario.Blackout("07:15", "07:20").Flat(count: 5).Bar(0, 20, 0, 20),
            "news" => scenario.News(NewsEvents.Plan(NewsEvents.At(3))).Flat(count: 5).Bar(0, 20, 0, 20),
            "portfolio_target" => scenario.Risk(r => r with { GlobalDailyTargetR = 1 }).At(0, d => d.Buy(-10, 10)).Flat(count: 2).Bar(0, 10, 0, 0).Flat(count: 3).Bar(0, 20, 0, 20),
            "loss_streak" => scenario.Risk(r => r with { LossStreak = new LossStreakPlan(1, 10) }).At(0, d => d.Buy(-10), "b").Flat(count: 2).Bar(0, 0, -10, 0).Flat(count: 3).Bar(0, 20, 0, 20),
            _ => scenario.Risk(r => r with { MaxCurrencyNet = 1 }).At(0, d => d.Buy(-30)).Flat(count: 6).Bar(0, 20, 0, 20),
        };
    }

    [Theory]
    [MemberData(nameof(Guards))]
    public void Each_guard_is_measured_by_the_run_without_it_and_by_the_shadows_of_what_it_refused(string name, string off)
    {
        var gate = Assert.Single(Of(RefusedBy(name)));
        Assert.Equal((name, name, off), (gate.Rule, gate.Gate, gate.Removed));
        Assert.Equal((1, 1, 2.0, -2.0), (gate.Refused, gate.ShadowFilled, Math.Round(gate.ShadowR, 9), Math.Round(gate.SavedR, 9)));
    }

    [Fact]
    public void Weights_and_parity_change_no_R_and_are_no_rules()
    {
        // On the second day an order around news would have made 2R; on the first EURUSD moved a third of what GBPUSD did, and gets three times its share.
        Scenario Second() => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MinStopPips = 0 }).News(NewsEvents.Plan(NewsEvents.At(291)))
            .At(291, d => d.Buy(-10, 20)).Step((0, 10, 0, 0), (0, 30, 0, 0)).Gap(287).Flat(count: 5).Step((0, 20, 0, 20), (0, 0, 0, 0));
        var plain = Assert.Single(Of(Second()));
        var weighed = Assert.Single(Of(Second().Risk(r => r with { Weights = WeightOf("a", 0.5) })));
        var parity = Assert.Single(Of(Second().Risk(r => r with { RiskParity = new RiskParityPlan(1, 0, 1) })));
        Assert.All([plain, weighed, parity], g => Assert.Equal(("news", 2.0, -2.0), (g.Rule, Math.Round(g.ShadowR, 9), Math.Round(g.SavedR, 9))));
        Assert.Equal([-1000.0, -500.0, -1500.0], new[] { plain, weighed, parity }.Select(g => Math.Round(g.SavedPnl)));
    }

    [Fact]
    public void A_shadow_asks_no_weight()
    {
        var gate = Assert.Single(Of(RefusedBy("news").Risk(r => r with { Weights = WeightOf("b", 0) })));
        Assert.Equal((2.0, 0.0), (Math.Round(gate.ShadowR, 9), gate.SavedR));
    }

    private static WeightPlan WeightOf(string strategy, double weight) => new() { Strategies = new Dictionary<string, double> { [strategy] = weight } };

    [Fact]
    public void A_plan_without_rules_has_none() => Assert.Empty(Of(new Scenario().Risk(r => r with { MinStopPips = 0 }).Flat()));

    [Fact]
    public void Two_rules_share_exactly_what_they_make_together()
    {
        var gates = Of(Refused().Risk(r => r with { PerStrategyDailyTrades = 1 }).At(3, d => d.Buy(10, 40), "a").Flat(20).Bar(20, 40, 20, 40), new() { Shapley = true });
        Assert.Equal(2, gates.Count);
        Assert.All(gates, g => Assert.NotNull(g.AttributedR));
        Assert.Equal(gates[0].TotalR - gates[0].NoneR!.Value, gates.Sum(g => g.AttributedR!.Value), 9);
        Assert.Equal(Measured.Run(Refused().Risk(r => r with { MaxOpenPositions = null }).At(3, d => d.Buy(10, 40), "a").Flat(20).Bar(20, 40, 20, 40)).AsRun.Metrics.TotalR, gates[0].NoneR!.Value, 9);
    }

    [Fact]
    public void Shares_are_of_the_chosen_rules_the_others_stay_in_force()
    {
        var gate = Assert.Single(Of(Refused().Risk(r => r with { PerStrategyDailyTrades = 1 }), new() { Shapley = true, Rules = ["max_open_positions"] }));
        Assert.Equal((gate.SavedR, gate.WithoutR), (gate.AttributedR, gate.NoneR));
    }

    [Theory]
    [InlineData("max_open_position", "There is no rule 'max_open_position'. Did you mean 'max_open_positions'? In force: max_open_positions.")]
    [InlineData("spread", "The rule spread is not in force in this plan: risk.max_spread_pips is off. In force: max_open_positions.")]
    public void A_rule_that_is_not_there_is_an_error_that_names_those_that_are(string rule, string message)
    {
        var error = Assert.Throws<AxflException>(() => Of(Refused(), new() { Rules = [rule] }));
        Assert.Equal(("RuleUnknown", ErrorKind.Configuration, message), (error.ErrorId, error.Kind, error.Message));
    }

    [Fact]
    public void More_than_nine_rules_cannot_be_shared_out()
    {
        GateMeasures.RefuseTooMany([.. PlanRules.InOrder.Take(9)]);
        var error = Assert.Throws<AxflException>(() => GateMeasures.RefuseTooMany([.. PlanRules.InOrder.Concat(PlanRules.InOrder).Take(10)]));
        Assert.Equal(("RulesTooMany", "10 rules have 1024 subsets: attribution runs those of at most 9."), (error.ErrorId, error.Message));
        Assert.StartsWith($"Choose rules with {Spelling.Of("Rule")}: blackout, news, portfolio_halted,", error.RecommendedAction);
    }

    [Fact]
    public void Each_row_is_the_difference_of_two_plain_runs_one_with_the_key_off()
    {
        using var sessions = new SessionsFiles(Text);
        File.WriteAllText(
            Path.Combine(sessions.Folder, "news.csv"),
            "date,time,currency,impact,title\n" + string.Concat(Enumerable.Range(1, 31).Select(day => FormattableString.Invariant($"2025-03-{day:00},09:00,USD,high,Prices\n"))));
        var gates = new RunMeasures(_ => StrategyCatalogue.BuiltIn).Gates(new() { Plan = Simulated(sessions) }, null, TestContext.Current.CancellationToken);
        Assert.Equal(PlanRules.InOrder.Select(r => r.Name), gates.Select(g => g.Rule));
        var (r, pnl, trades) = Plain();
        Assert.True(trades > 20, $"{trades} trades");
        foreach (var gate in gates)
        {
            var without = Plain(gate.Removed);
            Assert.Equal((r, without.R, without.Trades), (gate.TotalR, gate.WithoutR, gate.WithoutTrades));
            Assert.Equal(pnl - without.Pnl, gate.SavedPnl, 6);
        }

        Assert.Contains(gates, g => g.SavedRLow is not null && g.SavedRLow <= g.SavedR && g.SavedR <= g.SavedRHigh && g.PHolm >= g.P);
        Assert.Contains(gates, g => g.Refused > 0 && g.ShadowFilled > 0);

        (double R, double Pnl, int Trades) Plain(params string[] set)
        {
            var request = Simulated(sessions) with { Set = set };
            var bars = LoadedBars.Read(request, SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), null, TestContext.Current.CancellationToken);
            var run = TrialRun.Run(bars.Run.Engine, bars.Bars, bars.TradedTimes(), null, TestContext.Current.CancellationToken);
            return (run.Metrics.TotalR, run.Metrics.Pnl, run.Trades.Count);
        }
    }
}
