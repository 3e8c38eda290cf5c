using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class TableCommandTests
{
    private static readonly RunReport Failed = new()
    {
        Run = "", Directory = "", State = RunStates.Failed, Error = "The disk is full.", Mode = "ws",
        Started = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc), LastWord = new DateTime(2026, 1, 5, 9, 30, 0, DateTimeKind.Utc),
    };

    [Fact]
    public async Task Sessions_check_lists_problems_and_returns_2_when_one_is_an_error()
    {
        using var bad = new CommandTest(new FakeRuntime { Problems = [new ConfigurationProblem("a.yaml", 1, 2, "k", "wrong", false)] });
        using var warned = new CommandTest(new FakeRuntime { Problems = [new ConfigurationProblem("a.yaml", 1, 2, "k", "old", true)] });
        Assert.Equal(2, await bad.Run("sessions", "check", "a.yaml"));
        Assert.Equal(0, await warned.Run("sessions", "check", "a.yaml"));
        Assert.Equal("a.yaml(1,2): error: k: wrong\n", bad.Out);
        Assert.Equal("a.yaml(1,2): warning: k: old\n", warned.Out);
        Assert.Equal("0 errors, 1 warning\n", warned.Error);
        Assert.Equal(Path.Combine(CommandTest.Directory, "a.yaml"), bad.Runtime.Request!.SessionsPath);
    }

    [Fact]
    public async Task Sessions_show_gives_every_value_with_its_origin()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sessions", "show", "a.yaml", "--profile", "portfolio_ny", "--set", "x=1"));
        Assert.Matches(@"risk\.max_open_positions +2 +sessions\.yaml:12", test.Out);
        Assert.Equal("portfolio_ny", test.Runtime.Request!.Profile);
        Assert.Equal(["x=1"], test.Runtime.Request.Set);
    }

    [Fact]
    public async Task Sessions_show_yaml_is_the_loadable_plan_alone()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sessions", "show", "--yaml"));
        Assert.Equal(Samples.Profile.Yaml, test.Out);
    }

    [Fact]
    public async Task Strategies_lists_names_and_one_name_shows_its_parameters()
    {
        using var list = new CommandTest();
        using var one = new CommandTest();
        Assert.Equal(0, await list.Run("strategies"));
        Assert.Equal(0, await one.Run("strategies", "ORB"));
        Assert.Matches(@"orb +Opening range breakout\. +built in", list.Out);
        Assert.Matches(@"break_pips +3 +pips +0 to 100 +How far", one.Out);
    }

    [Fact]
    public async Task An_unknown_strategy_names_those_there_are()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("strategies", "nope"));
        Assert.Contains("There are: orb.", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_explained_are_one_sentence_each()
    {
        using var test = new CommandTest(new FakeRuntime { Decisions = [Samples.Refusal, Samples.Refusal with { Symbol = "GBPUSD" }] });
        Assert.Equal(0, await test.Run("decisions", "--explain", "--symbol", "eurusd", "--result", "max_open_positions"));
        Assert.Equal(Samples.Refusal.Explain() + "\n", test.Out);
    }

    [Fact]
    public async Task Decisions_are_counted_by_strategy_and_result()
    {
        using var test = new CommandTest(new FakeRuntime { Decisions = [Samples.Refusal, Samples.Refusal, Samples.Refusal with { Result = "filled" }] });
        Assert.Equal(0, await test.Run("decisions", "--count"));
        Assert.Matches(@"lsg +fill +max_open_positions +2", test.Out);
    }

    [Fact]
    public async Task Trades_are_one_line_each()
    {
        using var test = new CommandTest(new FakeRuntime { Trades = [Samples.Trade] });
        Assert.Equal(0, await test.Run("trades"));
        Assert.Matches(@"1 +EURUSD +orb +long +250000 +2026-01-12 07:05 +1\.16512 +1\.1645 +- +2026-01-12 09:05 +1\.16412 +SL +-1\.05R +-525\.60 +65\.20 +up", test.Out);
    }

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("eur/usd")]
    [InlineData("OANDA:EUR_USD")]
    [InlineData("EURUSD=X")]
    [InlineData("Eur_Usd")]
    public async Task A_symbol_may_be_spelled_as_one_likes(string symbol)
    {
        using var test = new CommandTest(new FakeRuntime { Trades = [Samples.Trade] });
        Assert.Equal(0, await test.Run("trades", "--symbol", symbol));
        Assert.Contains("EURUSD", test.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--symbol", "NOPE")]
    [InlineData("--strategy", "nope")]
    public async Task A_filter_that_matches_nothing_says_so_and_does_not_say_that_there_are_no_trades(string option, string value)
    {
        using var test = new CommandTest(new FakeRuntime { Trades = [Samples.Trade] });
        Assert.Equal(0, await test.Run("trades", option, value));
        Assert.Contains($"None of the 1 trades matches '{value}'.", test.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("No trades", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_trades_points_to_the_decisions()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("trades"));
        Assert.Equal("", test.Out);
        Assert.Contains("axfl decisions --explain", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measure_shows_undefined_metrics_as_a_dash_and_weekdays_by_name()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure"));
        Assert.Matches(@"total R +-1\.25R\ncost share +61\.3%", test.Out);
        Assert.Matches(@"Sharpe +-\n", test.Out);
        Assert.Matches(@"Mon +3 +1 +2", test.Out);
    }

    [Fact]
    public async Task Status_is_a_block_or_a_line_of_json()
    {
        using var block = new CommandTest();
        using var json = new CommandTest();
        Assert.Equal(0, await block.Run("status"));
        Assert.Equal(0, await json.Run("status", "--status-format", "json"));
        Assert.Equal($"{StatusBlock.Begin}\n{Samples.StatusJson}\n{StatusBlock.End}\n", block.Blocks);
        Assert.Equal(Samples.StatusJson + "\n", json.Blocks);
    }

    [Fact]
    public async Task A_run_is_found_by_id_in_the_output_directory()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("status", "run-7", "--out", "o"));
        Assert.Equal("run-7", test.Runtime.RunAsked);
        Assert.Equal(Path.Combine(CommandTest.Directory, "o"), test.Runtime.OutputAsked);
    }

    [Fact]
    public async Task Runs_are_ids_one_a_line_when_asked_for_ids()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("runs", "--ids"));
        Assert.Equal("b\na\n", test.Out);
    }

    [Fact]
    public async Task Runs_show_how_each_ended_and_what_stopped_it()
    {
        using var test = new CommandTest(new FakeRuntime { Report = Failed });
        Assert.Equal(0, await test.Run("runs"));
        Assert.Matches(@"b +failed +ws +2026-01-05 08:00 +2026-01-05 09:30 +The disk is full\.", test.Out);
    }

    [Theory]
    [InlineData(RunStates.Killed, true, 3)]
    [InlineData(RunStates.Failed, false, 5)]
    [InlineData(RunStates.Running, false, 5)]
    [InlineData(RunStates.Running, true, 0)]
    [InlineData(RunStates.Ended, true, 0)]
    public async Task Status_ends_with_3_when_the_process_is_gone_and_with_5_when_the_last_status_is_not_ok(string state, bool ok, int code)
    {
        using var test = new CommandTest(new FakeRuntime
        {
            Report = Failed with { State = state }, Status = Samples.Status with { Ok = ok, Error = ok ? null : "No fresh price of EURUSD." },
        });
        Assert.Equal(code, await test.Run("status", "a"));
        var shown = test.Runtime.StatusShown!;
        Assert.Equal(code == 0, shown.Ok);
        Assert.Equal(code == 3, (shown.Error, shown.Ws.Connected) == ("The disk is full.", false));
        Assert.Equal(code == 3, test.Error.Contains("a: killed. The disk is full.", StringComparison.Ordinal));
        Assert.Equal(code == 5, test.Error.Contains($"a: {state}. No fresh price of EURUSD.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_ends_with_3_and_is_not_ok_when_a_run_is_over_and_left_no_summary()
    {
        using var test = new CommandTest(new FakeRuntime { Report = Failed with { LacksSummary = true }, Status = Samples.Status with { Ok = true } });
        Assert.Equal(3, await test.Run("status", "a"));
        Assert.Equal((false, "The disk is full."), (test.Runtime.StatusShown!.Ok, test.Runtime.StatusShown.Error));
        Assert.Contains("a: failed. The disk is full.", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_what_is_wrong_with_the_files_of_a_run_that_is_over()
    {
        using var test = new CommandTest(new FakeRuntime { Report = Failed with { State = RunStates.Ended, Error = "The last line of trades.csv is torn." }, Status = Samples.Status with { Ok = true } });
        Assert.Equal(0, await test.Run("status", "a"));
        Assert.Contains("a: ended. The last line of trades.csv is torn.", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("trades")]
    [InlineData("decisions")]
    [InlineData("measure")]
    public async Task An_empty_run_is_refused_and_never_taken_for_the_working_directory(string command)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(command, ""));
        Assert.Contains("RUN is empty", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trades")]
    [InlineData("decisions")]
    [InlineData("measure")]
    public async Task Readers_say_of_which_run_they_are_and_that_it_failed(string command)
    {
        using var test = new CommandTest(new FakeRuntime { Report = Failed, Trades = [Samples.Trade] });
        Assert.Equal(0, await test.Run(command, "a"));
        Assert.StartsWith("a (failed: The disk is full.)", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_check_reports_what_a_file_is_and_what_is_wrong_with_it()
    {
        using var test = new CommandTest(new FakeRuntime
        {
            Reports =
            [
                new DataReport
                {
                    Path = "e.csv", Symbol = "EURUSD", Dialect = "canonical", Timezone = "UTC", Interval = "5m", Bars = 12_345, Gaps = 3, Rejected = 2,
                    GapSizes = [new GapBucket("1", 3)], RejectedLines = [new RejectedLine("e.csv", 7, "high below open", "bad")], Warnings = ["Monday opens late."],
                },
            ],
        });
        Assert.Equal(0, await test.Run("data", "check", "e.csv", "--timezone", "UTC"));
        Assert.Contains("12,345", test.Out, StringComparison.Ordinal);
        Assert.Contains("e.csv(7): high below open: bad\n... and 1 more rejected lines\nwarning: Monday opens late.\n", test.Out, StringComparison.Ordinal);
        Assert.Equal(new DataCheckRequest(Path.Combine(CommandTest.Directory, "e.csv"), "UTC"), test.Runtime.DataRequest);
    }

    [Fact]
    public async Task Data_check_without_a_single_bar_returns_3()
    {
        using var test = new CommandTest(new FakeRuntime { Reports = [new DataReport { Path = "x", Dialect = "unknown", Timezone = "UTC", Interval = "?", Bars = 0 }] });
        Assert.Equal(3, await test.Run("data", "check", "x"));
    }

    [Fact]
    public async Task On_a_terminal_tables_are_drawn_without_colours_when_they_are_unwanted()
    {
        using var test = new CommandTest(new FakeRuntime { Trades = [Samples.Trade] }, terminal: true);
        Assert.Equal(0, await test.Run("strategies"));
        Assert.Contains("orb", test.Out, StringComparison.Ordinal);
        Assert.Contains("╭", test.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\x1b\[[34]\d", test.Out);
    }
}
