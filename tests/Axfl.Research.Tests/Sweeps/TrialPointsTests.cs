using Axfl.Contracts;
using Axfl.Research.Randomness;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Tests.Sweeps;

/// <summary>Which trials a sweep has, and in which order.</summary>
public sealed class TrialPointsTests : IDisposable
{
    private const string Pips = "strategies.lsg.params.sweep_pips", Positions = "risk.max_open_positions", Slippage = "costs.min_slippage_pips";

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_grid_is_the_product_of_its_axes_in_file_order_the_last_turning_fastest() => Assert.Equal(
        ["2 1", "2 2", "2.5 1", "2.5 2", "3 1", "3 2"],
        _folder.Trials($"axes: {{{Pips}: {{from: 2, to: 3, step: 0.5}}, {Positions}: [1, 2]}}"));

    [Theory]
    [InlineData("{from: 0.1, to: 0.3, step: 0.1}", "0.1 0.2 0.3")]
    [InlineData("{from: 0, to: 0.6999999998, step: 0.1}", "0 0.1 0.2 0.3 0.4 0.5 0.6")]
    [InlineData("{from: 0, to: 0.69999999995, step: 0.1}", "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7")]
    [InlineData("{from: 2, to: 6.4, step: 2}", "2 4 6")]
    [InlineData("{from: 2, to: 2, step: 2}", "2")]
    [InlineData("{from: 1, to: 2, points: 4}", "1 1.33333333333 1.66666666667 2")]
    [InlineData("{from: 0.25, to: 2, points: 4, scale: log}", "0.25 0.5 1 2")]
    [InlineData("[0, 1e-7]", "0 1e-7")]
    public void Values_come_from_the_range_itself_with_12_digits(string axis, string values) =>
        Assert.Equal(values.Split(' '), _folder.Trials($"axes: {{{Slippage}: {axis}}}"));

    [Fact]
    public void Values_may_be_truths_texts_nothing_and_windows()
    {
        var plan = _folder.Plan($$"""
            axes:
              strategies.lsg.params.second_move_only: [true, false]
              intrabar: [worst, path]
              risk.max_spread_pips: [null, 3]
              strategies.lsg.windows: [[{start: "07:00", end: "10:00"}], [{start: 07:00, end: 11:00}]]
            """);
        Assert.Equal(16, plan.Trials.Count);
        var last = plan.PlanOf(plan.Trials[15]).Engine;
        Assert.Equal(11 * 60, last.Symbols[0].Slots[0].Windows[0].End.Minutes);
        Assert.Equal((false, 3.0, Engine.Plan.IntrabarPolicy.Path), ((bool)last.Symbols[0].Slots[0].Values["second_move_only"]!, last.Risk.MaxSpreadPips, last.Intrabar));
    }

    [Fact]
    public void Random_points_have_a_stream_an_axis_and_do_not_change_when_an_axis_is_added()
    {
        var u = Uniforms("7|" + Slippage, 3);
        var expected = u.Select(x => AxisNumbers.Rounded(0.5 + x)).ToArray();
        var one = _folder.Plan($"method: random\ntrials: 3\nseed: 7\naxes: {{{Slippage}: {{from: 0.5, to: 1.5}}}}");
        var two = _folder.Plan($"method: random\ntrials: 3\nseed: 7\naxes: {{{Positions}: {{from: 1, to: 4, step: 1}}, {Slippage}: {{from: 0.5, to: 1.5}}}}");
        Assert.Equal(expected, one.Trials.Select(t => (double)t.Values[0].Value!));
        Assert.Equal(expected, two.Trials.Select(t => (double)t.Values[1].Value!));
        Assert.Equal(Uniforms("7|" + Positions, 3).Select(x => 1 + Math.Floor(x * 4)), two.Trials.Select(t => (double)t.Values[0].Value!));
    }

    [Fact]
    public void A_log_range_is_drawn_in_logarithms()
    {
        var trial = Assert.Single(_folder.Plan($"method: random\ntrials: 1\naxes: {{{Slippage}: {{from: 0.1, to: 10, scale: log}}}}").Trials);
        var u = Uniforms("1|" + Slippage, 1)[0];
        Assert.Equal(Math.Exp(Math.Log(0.1) + u * (Math.Log(10) - Math.Log(0.1))), (double)trial.Values[0].Value!, 10);
    }

    [Fact]
    public void Latin_points_are_the_middles_of_equal_cells_each_taken_once()
    {
        var values = _folder.Plan($"method: latin\ntrials: 8\naxes: {{{Slippage}: {{from: 0, to: 8}}, {Pips}: {{from: 2, to: 4}}}}").Trials;
        Assert.Equal([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5], values.Select(t => (double)t.Values[0].Value!).Order());
        Assert.NotEqual(values.Select(t => t.Values[0].Rank), values.Select(t => t.Values[0].Rank).Order());
        Assert.NotEqual(values.Select(t => t.Values[0].Rank), values.Select(t => t.Values[1].Rank));
    }

    [Fact]
    public void Sobol_points_are_those_of_the_sequence_without_its_first() => Assert.Equal(
        ["5 3", "7.5 2.5", "2.5 3.5"], _folder.Trials($"method: sobol\ntrials: 3\naxes: {{{Slippage}: {{from: 0, to: 10}}, {Pips}: {{from: 2, to: 4}}}}"));

    [Fact]
    public void Points_of_a_file_are_taken_as_they_stand()
    {
        _folder.Write("points.csv", $"{Pips},portfolio.{Positions},strategies.lsg.windows\n3,1,\"[{{start: \"\"07:00\"\", end: \"\"09:00\"\"}}]\"\n2.5,null,\"[{{start: 08:00, end: 09:00}}]\"\n\n3,1,\"[{{start: 07:00, end: 09:00}}]\"\n");
        var plan = _folder.Plan("method: points\npoints: points.csv");
        Assert.Equal(2, plan.Trials.Count);
        Assert.Equal(1, plan.Repeated);
        Assert.Equal([Pips, Positions, "strategies.lsg.windows"], plan.Sweep.Axes.Select(a => a.Name));
        Assert.Null(plan.PlanOf(plan.Trials[1]).Engine.Risk.MaxOpenPositions);
    }

    [Fact]
    public void Errors_of_points_name_the_line_of_their_file()
    {
        _folder.Write("points.csv", $"{Pips},{Positions}\n3,0\n2,x\n");
        Assert.Equal(
        [
            "points.csv(2,2) portfolio.risk.max_open_positions: 0 is out of range: at least 1 and at most 1000000.",
            "points.csv(3,2) portfolio.risk.max_open_positions: is 'x'; a number is needed.",
        ], _folder.Errors("method: points\npoints: points.csv"));
        _folder.Write("points.csv", $"{Pips},{Positions}\n3\n");
        Assert.Contains("points.csv(2,1) : has 1 fields; the header has 2.", _folder.Errors("method: points\npoints: points.csv"));
    }

    [Fact]
    public void Conditions_drop_points_and_trials_are_numbered_over_what_is_left()
    {
        var plan = _folder.Plan($"axes: {{{Pips}: [2, 3, 4], {Positions}: [1, 3, 5]}}\nwhere: [{Positions} < {Pips}, {Pips} != 4]");
        Assert.Equal(["2 1", "3 1"], plan.Trials.Select(t => string.Join(' ', t.Values.Select(v => v.Json))));
        Assert.Equal([1, 2], plan.Trials.Select(t => t.Number));
        Assert.Equal((9, 7, 0), (plan.Points, plan.Excluded, plan.Repeated));
        Assert.Equal([5, 3], plan.Exclusions.Select(e => e.Points));
    }

    [Fact]
    public void A_condition_may_name_a_key_that_is_no_axis() => Assert.Equal(
        ["3", "4"], _folder.Trials($"set: [strategies.lsg.params.tol_pips=2.5]\naxes: {{{Pips}: [2, 3, 4]}}\nwhere: [strategies.lsg.params.tol_pips < {Pips}]"));

    [Fact]
    public void Conditions_that_exclude_everything_are_an_error_with_what_each_excludes()
    {
        var errors = _folder.Errors($"axes: {{{Pips}: [2, 3]}}\nwhere: [{Pips} > 2, {Pips} < 3]");
        Assert.Equal(3, errors.Length);
        Assert.Contains(errors, e => e.EndsWith($"'{Pips} > 2' excludes 1 of 2 points.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.EndsWith("the conditions exclude all 2 points: no trial is left.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("risk.max_open_position < 3", "the plan has no 'risk.max_open_position'. Did you mean 'risk.max_open_positions'?")]
    [InlineData("3 < 4", "'3 < 4' is not a condition")]
    [InlineData("intrabar == worst", "'intrabar' is not a number in the plan.")]
    public void A_condition_that_cannot_be_asked_is_an_error(string condition, string message) =>
        Assert.Contains(_folder.Errors($"axes: {{{Pips}: [2, 3]}}\nwhere: [\"{condition}\"]"), e => e.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Repetitions_are_dropped_and_counted()
    {
        var plan = _folder.Plan($"axes: {{{Pips}: [2, 2.0, 3]}}");
        Assert.Equal((2, 1), (plan.Trials.Count, plan.Repeated));
    }

    [Fact]
    public void More_than_100_000_trials_need_to_be_forced()
    {
        var keys = $"axes: {{{Slippage}: {{from: 0, to: 1, step: 0.00001}}}}";
        Assert.Equal("SweepTooLarge", Assert.Throws<AxflException>(() => _folder.Plan(keys)).ErrorId);
        Assert.Equal("SweepTooLarge", Assert.Throws<AxflException>(() => _folder.Plan($"method: random\ntrials: 10000000\naxes: {{{Slippage}: {{from: 0, to: 1}}}}")).ErrorId);
    }

    [Fact]
    public void The_plan_of_a_trial_is_that_of_a_run_with_its_overrides()
    {
        var plan = _folder.Plan($"set: [risk.cooldown_minutes=10]\naxes: {{{Pips}: [2, 3], {Slippage}: [0.5], strategies.lsg.symbol_params.EURUSD.target_r: [2]}}");
        var hash = new Axfl.Research.Keys.PlanHash();
        foreach (var trial in plan.Trials)
        {
            var alone = Configuration.SessionsLoader.Load(plan.RequestOf(trial), Strategies.Catalogue.StrategyCatalogue.BuiltIn);
            Assert.Equal(hash.Json(alone), hash.Json(plan.PlanOf(trial)));
            Assert.Equal(trial.PlanHash, hash.Of(alone));
        }

        Assert.NotEqual(plan.Trials[0].PlanHash, plan.Trials[1].PlanHash);
    }

    private static double[] Uniforms(string name, int count)
    {
        var parts = name.Split('|', 2);
        var stream = RandomStream.Of(parts[0], parts[1]);
        return [.. Enumerable.Range(0, count).Select(_ => stream.Uniform())];
    }
}
