using Axfl.Contracts;
using Axfl.Research.Robustness;
using Axfl.Testing;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Robustness;

/// <summary>What is drawn for each kind.</summary>
public class DrawTests
{
    [Fact]
    public void A_shuffle_has_each_day_once_and_every_order_is_about_as_frequent()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var draw = 0; draw < 6000; draw++)
        {
            var order = DayDraws.Shuffle("1", draw, 3);
            Assert.Equal([0, 1, 2], order.Order());
            var key = string.Join(',', order);
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(6, seen.Count);
        Assert.All(seen.Values, n => Assert.InRange(n, 850, 1150));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 1)]
    [InlineData(1, 2)]
    public void Cost_factors_are_uniform_in_logarithms_from_half_to_double(double uniform, double factor) => Assert.Equal(factor, CostDraws.Factor(uniform), 12);

    [Fact]
    public void Each_symbol_has_its_own_factors_of_spread_and_slippage()
    {
        var plan = CostDraws.Draw(new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Build(), "1", 0);
        double[] factors = [.. plan.Symbols.SelectMany(s => new[] { s.SpreadFactor, s.SlippageFactor })];
        Assert.Equal(4, factors.Distinct().Count());
        Assert.All(factors, f => Assert.InRange(f, 0.5, 2));
        Assert.NotEqual(factors, CostDraws.Draw(plan, "1", 1).Symbols.SelectMany(s => new[] { s.SpreadFactor, s.SlippageFactor }));
    }

    [Fact]
    public void About_one_entry_in_twenty_is_missed_and_a_run_again_misses_the_same()
    {
        var plan = MissedEntries.Draw(new Scenario().Build(), "1", 3);
        bool[] Missed()
        {
            var ask = plan.MissedEntries!();
            return [.. Enumerable.Range(0, 20_000).Select(_ => ask())];
        }

        var first = Missed();
        Assert.InRange(first.Count(m => m) / 20_000.0, 0.045, 0.055);
        Assert.Equal(first, Missed());
    }

    [Fact]
    public void Break_even_is_found_to_a_thousandth_also_far_above_the_costs()
    {
        Assert.InRange(BreakEven.Find(f => 1 - f * 0.7)!.Value, 1 / 0.7 - 1e-3, 1 / 0.7 + 1e-3);
        Assert.InRange(BreakEven.Find(f => 100 - f)!.Value, 100 - 1e-3, 100 + 1e-3);
    }

    [Fact]
    public void It_is_undefined_where_nothing_is_won_without_costs_or_costs_do_not_matter()
    {
        Assert.Null(BreakEven.Find(f => -f));
        Assert.Null(BreakEven.Find(_ => 1));
    }

    [Fact]
    public void All_costs_are_multiplied_for_it()
    {
        var plan = CostDraws.At(new Scenario().Costs(c => c with { CommissionPerMillion = 30 }).Build(), 0.5);
        Assert.Equal((15.0, 0.5, 0.5), (plan.Costs.CommissionPerMillion, plan.Symbols[0].SpreadFactor, plan.Symbols[0].SlippageFactor));
    }

    [Fact]
    public void Jitter_moves_numbers_by_up_to_a_tenth_whole_ones_by_at_least_one_and_keeps_the_rest()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small).Engine;
        var (before, jitter) = (plan.Symbols[0].Slots[0], new ParameterJitter(plan, []));
        var drawn = Enumerable.Range(0, 200).Select(d => jitter.Draw("1", d)).ToList();
        foreach (var parameter in before.Definition.Parameters)
        {
            var values = drawn.Select(p => p.Symbols[0].Slots[0].Values[parameter.Name]).ToList();
            switch (before.Values[parameter.Name])
            {
                case double value:
                    Assert.All(values, v => Assert.InRange((double)v!, value - Math.Abs(value) * 0.1 - 1e-12, value + Math.Abs(value) * 0.1 + 1e-12));
                    break;
                case int value:
                    var most = Math.Max(1, 0.1 * Math.Abs(value)) + 0.5;
                    Assert.All(values, v => Assert.InRange((int)v!, value - most, value + most));
                    break;
                case var other:
                    Assert.All(values, v => Assert.Equal(other, v));
                    break;
            }
        }

        Assert.All(drawn, p => Assert.Equal((p.Symbols[0].Slots[0].Values["time_stop_minutes"], plan.Risk), (p.Symbols[0].Slots[0].TimeStopMinutes, p.Risk)));
        Assert.True(drawn.Select(p => p.Symbols[0].Slots[0].Values["target_r"]).Distinct().Count() > 100);
    }

    [Fact]
    public void Jitter_moves_a_strategy_alike_on_all_symbols()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small).Engine;
        var drawn = new ParameterJitter(plan, []).Draw("1", 0);
        double Share(int symbol) => (double)drawn.Symbols[symbol].Slots[0].Values["target_r"]! / (double)plan.Symbols[symbol].Slots[0].Values["target_r"]!;
        Assert.Equal(Share(0), Share(1), 12);
    }

    [Fact]
    public void A_step_that_is_given_is_what_a_parameter_moves_by()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small).Engine;
        var jitter = new ParameterJitter(plan, ["strategies.lsg.params.target_r=0.001"]);
        var before = (double)plan.Symbols[0].Slots[0].Values["target_r"]!;
        Assert.All(Enumerable.Range(0, 50), d => Assert.InRange((double)jitter.Draw("1", d).Symbols[0].Slots[0].Values["target_r"]!, before - 0.001, before + 0.001));
    }

    [Theory]
    [InlineData("strategies.lsg.params.target=1", "is not a numeric parameter of this plan's strategies. Did you mean 'strategies.lsg.params.target_r'?")]
    [InlineData("strategies.lsg.params.target_r=0", "must be a number above 0")]
    [InlineData("strategies.lsg.params.target_r", "must be a number above 0")]
    [InlineData("risk.max_open_positions=1", "is not a numeric parameter")]
    public void A_step_that_fits_nothing_is_refused(string step, string message)
    {
        var error = Assert.Throws<AxflException>(() => new ParameterJitter(SessionsFiles.Load(SessionsFiles.Small).Engine, [step]));
        Assert.Equal(("MeasureRequestInvalid", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Values_that_a_strategy_refuses_together_are_drawn_again()
    {
        var plan = new Scenario().Build();
        var definition = new StrategyDefinition("s", "", [new("a", typeof(double), false, "", 0, 10, 1.0, ""), new("b", typeof(double), false, "", 0, 10, 1.01, "")], "test", _ => null!)
        {
            Check = static (values, _) => (double)values["a"]! < (double)values["b"]! ? [] : [new ParameterProblem("a", "not below b")],
        };
        var slot = plan.Symbols[0].Slots[0] with { Definition = definition, Values = new Dictionary<string, object?> { ["a"] = 1.0, ["b"] = 1.01 } };
        plan = plan with { Symbols = [plan.Symbols[0] with { Slots = [slot] }] };
        var jitter = new ParameterJitter(plan, []);
        Assert.All(Enumerable.Range(0, 100).Select(d => jitter.Draw("1", d).Symbols[0].Slots[0].Values), v => Assert.True((double)v["a"]! < (double)v["b"]!));
    }
}
