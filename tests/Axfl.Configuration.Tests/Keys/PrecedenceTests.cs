using Axfl.Configuration.Keys;
using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

public class PrecedenceTests
{
    private const string File = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          spreads: {EURUSD: 0.2}
          spread_pips: 0.5
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
              params: {sweep_pips: 5, tol_pips: 4}
              symbol_params:
                GBPUSD: {sweep_pips: 6}
        """;

    [Fact]
    public void Parameters_come_from_the_command_line_then_the_symbol_then_params_then_tuned_then_the_strategy()
    {
        var plan = SessionsFiles.Load(File, "strategies.lsg.params.tol_pips=9");
        (string Symbol, string Key, object Value, string Origin)[] expected =
        [
            ("EURUSD", "tol_pips", 9.0, "command line"),
            ("GBPUSD", "tol_pips", 9.0, "command line"),
            ("GBPUSD", "sweep_pips", 6.0, "sessions.yaml:10"),
            ("EURUSD", "sweep_pips", 5.0, "sessions.yaml:8"),
            ("EURUSD", "bos_buffer_pips", 0.5, "tuned default"),
            ("GBPUSD", "bos_buffer_pips", 1.0, "default"),
        ];
        foreach (var (symbol, key, value, origin) in expected)
        {
            Assert.Equal(value, SessionsFiles.Value(plan, "lsg", symbol, key));
            Assert.Equal(origin, SessionsFiles.Origin(plan, $"strategies.lsg.{symbol}.{key}"));
        }
    }

    [Fact]
    public void The_command_line_wins_over_parameters_of_one_symbol() =>
        Assert.Equal(7.0, SessionsFiles.Value(SessionsFiles.Load(File, "strategies.lsg.params.sweep_pips=7"), "lsg", "GBPUSD", "sweep_pips"));

    [Fact]
    public void Every_value_of_the_plan_has_an_origin()
    {
        var plan = SessionsFiles.Load(File, "risk.max_open_positions=3", "interval=15m");
        Assert.Equal((3, 15), (plan.Engine.Risk.MaxOpenPositions, plan.Engine.Interval.Minutes));
        Assert.Equal("command line", SessionsFiles.Origin(plan, "risk.max_open_positions"));
        Assert.Equal("command line", SessionsFiles.Origin(plan, "interval"));
        Assert.Equal("default", SessionsFiles.Origin(plan, "risk.max_symbol_positions"));
        Assert.Equal("sessions.yaml:3", SessionsFiles.Origin(plan, "spreads.EURUSD"));
        Assert.Equal("sessions.yaml:4", SessionsFiles.Origin(plan, "spreads.GBPUSD"));
        Assert.All(plan.Description.Values, v => Assert.NotEqual("", v.Origin));
        Assert.Equal(plan.Description.Values.Count, plan.Description.Values.Select(v => v.Key).Distinct().Count());
        string[] missing = [.. ProfileKeys.Table.Names.Except(plan.Description.Values.Select(v => v.Key.Split('.')[0])).Except(["spread_pips"])];
        Assert.Empty(missing);
    }

    [Fact]
    public void Spreads_of_single_symbols_win_over_the_common_one_and_the_requests_over_all()
    {
        Assert.Equal([0.2, 0.5], SessionsFiles.Load(File).Engine.Symbols.Select(s => s.SpreadPips));
        using var sessions = new SessionsFiles(File);
        var plan = SessionsLoader.Load(
            new RunRequest { SessionsPath = sessions.Path, SpreadPips = 1.5, Source = "csv", DataTimezone = "Europe/Athens", DataPath = [sessions.Folder] }, StrategyCatalogue.BuiltIn);
        Assert.Equal([1.5, 1.5], plan.Engine.Symbols.Select(s => s.SpreadPips));
        Assert.Equal(("csv", "Europe/Athens", sessions.Folder), (plan.Source, plan.DataTimezone, plan.DataDir));
        Assert.All(new[] { "source", "data_timezone", "data_dir", "spreads.EURUSD" }, k => Assert.Equal("command line", SessionsFiles.Origin(plan, k)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public void An_option_given_empty_is_an_error_and_does_not_set_aside_what_the_file_says(string text)
    {
        using var sessions = new SessionsFiles(File);
        foreach (var request in new RunRequest[] { new() { Source = text }, new() { DataTimezone = text }, new() { DataColumns = text }, new() { DataTimeFormat = text } })
        {
            var error = Assert.Throws<ConfigurationException>(() => SessionsLoader.Load(request with { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn));
            Assert.Equal(0, Assert.Single(error.Problems).Line);
        }
    }

    [Theory]
    [InlineData("risk.max_open_positions=x", "command line (risk.max_open_positions=x): error: portfolio.risk.max_open_positions: is 'x'; a number is needed.")]
    [InlineData("risk.max_open_position=3", "Did you mean 'max_open_positions'?")]
    [InlineData("rsik.max_open_positions=3", "Did you mean 'risk'?")]
    [InlineData("strategies.lsgg.params.sweep_pips=4", "no strategy of this profile is called 'lsgg'; it has lsg. Did you mean 'lsg'?")]
    [InlineData("strategies.lsg.params.sweep_pip=4", "Did you mean 'sweep_pips'?")]
    [InlineData("interval.x=4", "and has no key 'x'")]
    [InlineData("interval", "an override is key=value")]
    [InlineData("=3", "an override is key=value")]
    [InlineData("symbols=[EURUSD", "is not valid YAML")]
    public void A_wrong_override_is_named_as_the_place(string set, string message)
    {
        var problem = SessionsFiles.Problem(set.StartsWith("interval.", StringComparison.Ordinal) ? File.Replace("  symbols", "  interval: 5m\n  symbols", StringComparison.Ordinal) : File, set);
        Assert.Contains(message, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, $"command line ({set})"), (problem.Line, problem.File));
    }

    [Theory]
    [InlineData("portfolio.warmup_days=0")]
    [InlineData("warmup_days = 0")]
    public void An_override_may_name_the_profile_and_have_spaces(string set) => Assert.Equal(0, SessionsFiles.Load(File, set).WarmupDays);

    [Fact]
    public void An_override_names_a_strategy_by_id_when_it_has_one()
    {
        const string Twice = """
            portfolio:
              symbols: [EURUSD]
              strategies:
                - {name: orb, id: one, windows: [{start: "07:00", end: "10:00"}]}
                - {name: orb, id: two, windows: [{start: "07:00", end: "10:00"}]}
            """;
        var plan = SessionsFiles.Load(Twice, "strategies.two.params.target_r=2");
        Assert.Equal((1.0, 2.0), (SessionsFiles.Value(plan, "one", "EURUSD", "target_r"), SessionsFiles.Value(plan, "two", "EURUSD", "target_r")));
        Assert.Equal(["one", "two"], plan.Engine.Strategies);
        Assert.Equal(2.0, SessionsFiles.Value(SessionsFiles.Load(Twice, "strategies.orb.params.target_r=2"), "one", "EURUSD", "target_r"));
    }

    [Fact]
    public void A_spread_of_a_symbol_that_is_not_traded_is_warned_of_unless_the_command_line_left_it_out()
    {
        var other = File.Replace("{EURUSD: 0.2}", "{EURUSD: 0.2, XAUUSD: 2}", StringComparison.Ordinal);
        Assert.Contains("XAUUSD is not among the profile's symbols", Assert.Single(SessionsFiles.Check(other)).Message, StringComparison.Ordinal);
        Assert.Empty(SessionsFiles.Load(SessionsFiles.Small + "\n  spreads: {GBPUSD: 1}", "symbols=[EURUSD]").Description.Warnings);
    }
}
