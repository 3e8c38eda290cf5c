using Axfl.Contracts;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Tests.Sweeps;

/// <summary>What a sweep file may say, and how it is told that it says something else.</summary>
public sealed class SweepFileTests : IDisposable
{
    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_key_is_read()
    {
        var sweep = _folder.Read("""
            profile: portfolio
            data: [bars, "EURUSD=other/eur.csv"]
            since: 2015-01-01
            until: 2018-01-01
            holdout: 2017-07-01
            set: [risk.max_open_positions=3]
            method: grid
            trials: 500
            seed: 1
            points: points.csv
            axes:
              strategies.lsg.params.sweep_pips: {from: 2, to: 6, step: 0.5}
              strategies.lsg.params.target_r: [0.8, 1.0, 1.5]
              strategies.lsg.params.second_move_only: [true, false]
              strategies.lsg.windows: [[{start: "07:00", end: "10:00"}], [{start: "07:00", end: "11:00"}]]
              costs.min_slippage_pips: {from: 0.25, to: 2, points: 4, scale: log}
            where: [strategies.lsg.params.tol_pips < strategies.lsg.params.sweep_pips]
            objective: {by: mean_r, min_trades: 100, direction: max}
            keep: days
            walk_forward: {train: 12mo, test: 3mo, step: 3mo, anchored: false, gap_days: 1}
            """);
        Assert.Equal(("test", "portfolio", SweepMethod.Grid, Axfl.Research.Store.Keep.Days), (sweep.Name, sweep.Profile, sweep.Method, sweep.Keep));
        Assert.Equal(Path.Combine(_folder.Folder, "sessions.yaml"), sweep.SessionsPath);
        Assert.Equal([Path.Combine(_folder.Folder, "bars"), "EURUSD=" + Path.Combine(_folder.Folder, "other", "eur.csv")], sweep.Data);
        Assert.Equal(new DateTime(2017, 7, 1, 0, 0, 0, DateTimeKind.Utc), sweep.TrialsUntil);
        Assert.Equal(new SweepObjective("AverageR", 100, true), sweep.Objective);
        Assert.Equal(["strategies.lsg.params.sweep_pips", "strategies.lsg.params.target_r", "strategies.lsg.params.second_move_only", "strategies.lsg.windows", "costs.min_slippage_pips"],
            sweep.Axes.Select(a => a.Name));
        Assert.Equal(["0.25", "0.5", "1", "2"], ((ListedAxis)sweep.Axes[4]).Values.Select(v => v.Json));
        Assert.Equal(new WalkForwardWindows(new(12, "mo"), new(3, "mo"), new(3, "mo"), false, 1, false), sweep.WalkForward);
        // What the method does not use is said, and is no error. The seed is that of the statistics too.
        Assert.Equal(["sweep.trials", "sweep.points"], sweep.Warnings.Select(w => w.Key));
    }

    [Fact]
    public void All_errors_are_told_at_once_with_file_line_column_and_the_key_meant()
    {
        var errors = _folder.Errors("""
            metod: grid
            since: 2015-13-01
            axes:
              risk.max_open_positions: {from: 3, to: 1, step: 1}
              symbols: [[EURUSD]]
            objective: {by: mean_rr}
            keep: everything
            """);
        Assert.Equal(
        [
            "sweep.yaml(4,3) sweep.metod: the key 'metod' does not exist. Did you mean 'method'?",
            "sweep.yaml(5,10) sweep.since: '2015-13-01' is not a time from 1970 to 2199: write 2015-01-01 or 2015-01-01T07:00Z (UTC unless it has an offset).",
            "sweep.yaml(7,30) sweep.axes.risk.max_open_positions: to, 1, is below from, 3: an empty range.",
            "sweep.yaml(8,5) sweep.axes.symbols: 'symbols' cannot be an axis: it decides the data or their days, or no result depends on it. All trials of a sweep have the same bars.",
        ], errors[..4]);
        Assert.StartsWith("sweep.yaml(9,19) sweep.objective.by: there is no metric 'mean_rr'; there are Trades,", errors[4], StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'mean_r'?", errors[4], StringComparison.Ordinal);
        Assert.Equal("sweep.yaml(10,9) sweep.keep: 'everything' is not one of metrics, days, trades.", errors[5]);
    }

    [Theory]
    [InlineData("[]", "is empty: a list has at least one value.")]
    [InlineData("3", "is '3'; a list of values, {from, to, step} or {from, to, points, scale} is needed.")]
    [InlineData("{from: 1, to: 3, step: 0}", "0 is out of range: a step is above 0.")]
    [InlineData("{from: 1, to: 3, step: -1}", "-1 is out of range: a step is above 0.")]
    [InlineData("{from: 1, step: 1}", "is missing: a range is {from: 2, to: 6, step: 0.5}.")]
    [InlineData("{from: 1, to: 3}", "has neither step nor points: a grid needs one of them.")]
    [InlineData("{from: 1, to: 3, step: 1, points: 3}", "has step and points: keep one of them.")]
    [InlineData("{from: 0, to: 3, points: 3, scale: log}", "from is 0; the scale log needs a range from above 0.")]
    [InlineData("{from: 1, to: 3, points: 1}", "1 is out of range: at least 2 and at most 1000000.")]
    [InlineData("{from: 0, to: 1e9, step: 0.001}", "0.001 makes 1000000000001 values; 1000000 is the most.")]
    [InlineData("{from: 1, to: x, step: 1}", "is 'x'; a number is needed.")]
    public void A_range_that_is_none_is_an_error_naming_it(string axis, string message) =>
        Assert.EndsWith(": " + message, Assert.Single(_folder.Errors($"axes: {{costs.min_slippage_pips: {axis}}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("interval")]
    [InlineData("source")]
    [InlineData("data_dir")]
    [InlineData("alerts")]
    [InlineData("status_every_s")]
    [InlineData("trading_day.start")]
    [InlineData("portfolio.symbols")]
    public void An_axis_may_not_name_what_decides_the_data_or_no_result(string axis) =>
        Assert.Contains("cannot be an axis", Assert.Single(_folder.Errors($"axes: {{{axis}: [1, 2]}}")), StringComparison.Ordinal);

    [Fact]
    public void An_axis_that_names_nothing_is_an_error_at_its_first_value_with_the_nearest_key() => Assert.Equal(
        "sweep.yaml(5,30) portfolio.risk.max_open_position: the key 'max_open_position' does not exist. Did you mean 'max_open_positions'?",
        Assert.Single(_folder.Errors("axes:\n  risk.max_open_position: [1, 2, 3]")));

    [Fact]
    public void An_axis_of_a_parameter_that_there_is_not_lists_those_that_there_are()
    {
        var error = Assert.Single(_folder.Errors("axes:\n  strategies.lsg.params.sweep_pip: [2]"));
        Assert.StartsWith("sweep.yaml(5,5) sweep.axes.strategies.lsg.params.sweep_pip: lsg has no parameter 'sweep_pip'. Did you mean 'sweep_pips'? It has ", error, StringComparison.Ordinal);
        Assert.Contains("target_r", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_axis_of_a_strategy_that_there_is_not_names_those_that_there_are() =>
        Assert.Contains("no strategy of this profile is called 'lsq'; it has lsg. Did you mean 'lsg'?", Assert.Single(_folder.Errors("axes: {strategies.lsq.params.sweep_pips: [2]}")), StringComparison.Ordinal);

    [Fact]
    public void A_value_outside_the_range_of_its_parameter_is_an_error_naming_the_range() => Assert.Equal(
        "sweep.yaml(4,36) portfolio.risk.max_open_positions: 0 is out of range: at least 1 and at most 1000000.",
        Assert.Single(_folder.Errors("axes: {risk.max_open_positions: [0, 1]}")));

    [Fact]
    public void An_integer_parameter_takes_whole_steps_only() => Assert.Equal(
        "sweep.yaml(4,35) portfolio.risk.max_open_positions: is 1.5; a whole number is needed. 1 more value likewise.",
        Assert.Single(_folder.Errors("axes: {risk.max_open_positions: {from: 1, to: 3, step: 0.5}}")));

    [Fact]
    public void A_value_of_the_wrong_type_is_an_error() => Assert.Contains(
        "is 'high'; a number is needed", Assert.Single(_folder.Errors("axes: {costs.min_slippage_pips: [high]}")), StringComparison.Ordinal);

    [Fact]
    public void Two_axes_of_one_key_are_an_error() => Assert.Contains("the axis 'risk' sets the same: keep one of them.",
        Assert.Single(_folder.Errors("axes: {risk: [{max_open_positions: 1}], portfolio.risk.max_open_positions: [1]}")), StringComparison.Ordinal);

    [Fact]
    public void A_fixed_override_that_is_wrong_is_told_at_its_place_in_the_sweep_file() => Assert.StartsWith(
        "sweep.yaml(4,9) portfolio.risk.max_open: the key 'max_open' does not exist.",
        Assert.Single(_folder.Errors("set: [risk.max_open=3]\naxes: {risk.max_open_positions: [1]}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("since: 2018-01-01\nuntil: 2017-01-01", "sweep.until: is not later than since: no bar is between them.")]
    [InlineData("since: 2018-01-01\nholdout: 2017-01-01", "sweep.holdout: is not later than since: nothing would be left to the trials.")]
    [InlineData("method: random", "sweep.trials: is missing: the method random needs the number of trials.")]
    [InlineData("walk_forward: {train: 12mo, test: 3mo, step: 1mo}", "sweep.walk_forward.step: 1mo is shorter than test, 3mo: a day would be tested twice.")]
    [InlineData("walk_forward: {train: 12 months, test: 3mo}", "sweep.walk_forward.train: '12 months' is not a length: write a whole number and d, w, mo or y, like 12mo.")]
    public void What_does_not_go_together_is_an_error(string keys, string message) =>
        Assert.EndsWith(message, Assert.Single(_folder.Errors(keys + "\naxes: {risk.max_open_positions: [1]}")), StringComparison.Ordinal);

    [Fact]
    public void A_sweep_needs_a_name_and_axes() => Assert.Equal(["sweep.axes", "sweep.name"],
        Assert.Throws<ConfigurationException>(() => SweepFile.Read(_folder.Write("s.yaml", "sweep: {name: a/b}"))).Problems.Select(p => p.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void A_sobol_sweep_has_at_most_32_axes()
    {
        var axes = string.Join(", ", Enumerable.Range(0, 33).Select(i => $"a{i}: {{from: 1, to: 2}}"));
        Assert.Contains("has 33 axes; the method sobol takes at most 32.", Assert.Single(_folder.Errors($"method: sobol\ntrials: 8\naxes: {{{axes}}}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "a sweep file begins with 'sweep:'")]
    [InlineData("portfolio: {}", "the key 'portfolio' does not exist")]
    [InlineData("", "a sweep file begins with 'sweep:'")]
    [InlineData("sweep: [", "is not valid YAML")]
    public void A_file_that_is_no_sweep_file_is_told(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ConfigurationException>(() => SweepFile.Read(_folder.Write("s.yaml", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_there_is_not_is_told() =>
        Assert.Equal("SweepFileNotFound", Assert.Throws<AxflException>(() => SweepFile.Read(Path.Combine(_folder.Folder, "none.yaml"))).ErrorId);
}
