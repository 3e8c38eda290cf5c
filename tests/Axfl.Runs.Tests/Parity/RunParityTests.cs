using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Parity;
using Axfl.Runtime;

namespace Axfl.Runs.Tests.Parity;

public sealed class RunParityTests : IDisposable
{
    private readonly ParityRuns _runs = new();

    [Fact]
    public async Task Replays_of_the_same_plan_and_bars_are_equal()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        var found = _runs.Compare("a", "b");
        Assert.True(found.Equal);
        Assert.Equal(("a", "b", "none"), (found.Left, found.Right, found.Cause));
        Assert.Null(found.First);
        Assert.Null(found.Time);
        Assert.Equal(["configuration", "version", "bars", "decisions", "trades"], found.Differences.Select(d => d.What));
        Assert.All(found.Differences, d => Assert.True(d is { Compared: > 0, Different: 0, Where: "", Left: "", Right: "" }, d.ToString()));
        Assert.Equal(1200, Row(found, "bars").Compared);
    }

    [Fact]
    public async Task Keys_that_change_no_result_are_no_difference()
    {
        var bars = ParityRuns.Bars();
        await _runs.Replay("a", _runs.Data("one", bars));
        await _runs.Replay("b", _runs.Data("two", bars), "status_every_bars=5", "live.late_ticks_ms=500", "venue=FXCM", "alerts.in_replay=true");
        var found = _runs.Compare("a", "b");
        Assert.True(found.Equal);
        Assert.Equal(0, Row(found, "configuration").Different);
    }

    [Fact]
    public async Task A_changed_parameter_is_the_configuration_and_named()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data, "account.risk_per_trade_pct=0.25", "intrabar=path");
        var found = _runs.Compare("a", "b");
        Assert.False(found.Equal);
        Assert.Equal("configuration", found.Cause);
        Assert.Equal(2, Row(found, "configuration").Different);
        Assert.Equal(("account.risk_per_trade_pct", "0.5", "0.25"), Texts(Row(found, "configuration")));
        Assert.EndsWith("; account.risk_per_trade_pct differs: 0.5 / 0.25", found.First, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intrabar=path", "intrabar differs: worst / path")]
    [InlineData("market_fill=close", "market_fill differs: next_open / close")]
    public async Task A_changed_rule_of_filling_is_the_fill_policy(string set, string words)
    {
        var data = _runs.Data("data", ParityRuns.LongBars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data, set);
        var found = _runs.Compare("a", "b");
        Assert.Equal("fill policy", found.Cause);
        Assert.EndsWith(words, found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_bar_is_the_data_and_named_with_symbol_time_and_price()
    {
        var bars = ParityRuns.Bars();
        await _runs.Replay("a", _runs.Data("one", bars));
        Change(bars[1], 100, b => b with { Close = Math.Round(b.Close + 0.0030, 5), High = Math.Round(b.High + 0.0030, 5) });
        await _runs.Replay("b", _runs.Data("two", bars));
        var found = _runs.Compare("a", "b");
        Assert.Equal("data", found.Cause);
        var row = Row(found, "bars");
        Assert.Equal((1200L, 1L, "2026-01-13T08:40:00Z GBPUSD"), (row.Compared, row.Different, row.Where));
        Assert.StartsWith("high ", row.Left, StringComparison.Ordinal);
        Assert.Contains("; the bar GBPUSD 08:40 differs: high ", found.First, StringComparison.Ordinal);
        Assert.Contains(" of 2026-01-13", found.First, StringComparison.Ordinal);
        Assert.True(found.Time >= new DateTime(2026, 1, 13, 8, 40, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_missing_bar_is_the_data()
    {
        var bars = ParityRuns.Bars();
        await _runs.Replay("a", _runs.Data("one", bars));
        bars[0].RemoveRange(40, 3);
        await _runs.Replay("b", _runs.Data("two", bars));
        var found = _runs.Compare("a", "b");
        Assert.Equal("data", found.Cause);
        var row = Row(found, "bars");
        Assert.Equal((1200L, 3L, "2026-01-13T07:40:00Z EURUSD", "no bar"), (row.Compared, row.Different, row.Where, row.Right));
        Assert.StartsWith("open ", row.Left, StringComparison.Ordinal);
        Assert.EndsWith("; the bar EURUSD 07:40 is missing in B", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_that_differs_after_the_first_difference_of_trades_is_not_its_cause()
    {
        var bars = ParityRuns.LongBars();
        await _runs.Replay("a", _runs.Data("one", bars), "intrabar=path");
        Change(bars[0], 599, b => b with { Close = b.High });
        await _runs.Replay("b", _runs.Data("two", bars));
        var found = _runs.Compare("a", "b");
        Assert.Equal("fill policy", found.Cause);
        Assert.Equal(1, Row(found, "bars").Different);
    }

    [Fact]
    public async Task Bars_that_differ_without_consequence_leave_runs_equal()
    {
        var bars = ParityRuns.Bars();
        await _runs.Replay("a", _runs.Data("one", bars), "strategies.churn.symbols=[EURUSD]");
        Change(bars[1], 300, b => b with { High = b.High + 0.00001 });
        await _runs.Replay("b", _runs.Data("two", bars), "strategies.churn.symbols=[EURUSD]");
        var found = _runs.Compare("a", "b");
        Assert.True(found.Equal);
        Assert.Equal("none", found.Cause);
        Assert.Equal(1, Row(found, "bars").Different);
    }

    [Fact]
    public async Task Another_version_is_the_version_and_nothing_else_the_engine()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        _runs.ChangeTrade("b", 5, "exit", "1.234560");
        var found = _runs.Compare("a", "b");
        Assert.Equal("engine", found.Cause);
        Assert.Equal((1L, "trade 5"), (Row(found, "trades").Different, Row(found, "trades").Where));
        Assert.Matches(@"^trade 5 \w{6} churn of 2026-01-13: exit 1\.\d{5,6} at \d\d:\d\d in A, 1\.23456 at \d\d:\d\d in B; ", found.First);

        _runs.ChangeSummary("b", "version", "0.0.1");
        found = _runs.Compare("a", "b");
        Assert.Equal("version", found.Cause);
        Assert.Equal(("version", Product.Version, "0.0.1"), Texts(Row(found, "version")));
        Assert.EndsWith($": {Product.Version} / 0.0.1", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trade_more_in_one_run_makes_no_other_trade_different()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        _runs.Fail("a");
        var path = Path.Combine(_runs["a"], RunFiles.Trades);
        var lines = (await File.ReadAllLinesAsync(path)).ToList();
        lines.RemoveAt(4);
        await File.WriteAllLinesAsync(path, lines);
        var found = _runs.Compare("a", "b");
        Assert.Equal((lines.Count, 1, "trade 4"), ((int)Row(found, "trades").Compared, (int)Row(found, "trades").Different, Row(found, "trades").Where));
        Assert.StartsWith("trade 4 is missing in A; in B it is ", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_more_in_one_run_makes_no_other_decision_different()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        _runs.Fail("b");
        var path = Path.Combine(_runs["b"], RunFiles.Decisions);
        var lines = (await File.ReadAllLinesAsync(path)).ToList();
        lines.RemoveAt(2);
        await File.WriteAllLinesAsync(path, lines);
        Assert.Equal((lines.Count + 1, 1), ((int)Row(_runs.Compare("a", "b"), "decisions").Compared, (int)Row(_runs.Compare("a", "b"), "decisions").Different));
    }

    [Fact]
    public async Task The_start_of_the_run_in_the_detail_of_a_refusal_by_the_warm_up_is_no_difference()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        foreach (var (run, start) in new[] { ("a", "07:00"), ("b", "07:01") })
        {
            _runs.Fail(run);
            var path = Path.Combine(_runs[run], RunFiles.Decisions);
            var first = System.Text.Json.Nodes.JsonNode.Parse((await File.ReadAllLinesAsync(path))[0])!;
            (first["result"], first["detail"]) = ("warmup", $"2026-01-13T06:59:00Z < 2026-01-13T{start}:00Z");
            await File.WriteAllLinesAsync(path, (await File.ReadAllLinesAsync(path)).Prepend(first.ToJsonString()));
        }

        Assert.True(_runs.Compare("a", "b").Equal);
    }

    [Fact]
    public async Task Equal_trades_with_another_decision_are_not_equal()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        _runs.Fail("b");
        var path = Path.Combine(_runs["b"], RunFiles.Decisions);
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllLinesAsync(path, lines[..^1]);
        var found = _runs.Compare("a", "b");
        Assert.False(found.Equal);
        Assert.Equal("engine", found.Cause);
        Assert.Equal(0, Row(found, "trades").Different);
        Assert.Equal((lines.Length, 1, $"decision {lines.Length}", "no decision"),
            ((int)Row(found, "decisions").Compared, (int)Row(found, "decisions").Different, Row(found, "decisions").Where, Row(found, "decisions").Right));
    }

    [Fact]
    public async Task What_follows_of_another_period_is_the_configuration()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("late", new RunRequest { DataPath = [data], Since = new DateTime(2026, 1, 13, 9, 0, 0, DateTimeKind.Utc) });
        await _runs.Replay("short", new RunRequest { DataPath = [data], Until = new DateTime(2026, 1, 13, 12, 0, 0, DateTimeKind.Utc) });
        var late = _runs.Compare("a", "late");
        Assert.Equal("configuration", late.Cause);
        Assert.Equal(("since", "2026-01-13 07:00", "2026-01-13 09:00"), Texts(Row(late, "configuration")));
        Assert.Equal(960, Row(late, "bars").Compared);
        Assert.Equal(0, Row(late, "bars").Different);
        var ended = _runs.Compare("short", "a");
        Assert.Equal("configuration", ended.Cause);
        Assert.Equal(("until", "2026-01-13 12:00", "2026-01-13 17:00"), Texts(Row(ended, "configuration")));
    }

    [Fact]
    public async Task Trades_closed_at_the_end_of_one_run_alone_are_the_configuration()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data, "close_at_end=false");
        var found = _runs.Compare("a", "b");
        Assert.Equal("configuration", found.Cause);
        Assert.Equal(("close_at_end", "true", "false"), Texts(Row(found, "configuration")));
        Assert.Contains(" is missing in B; in A it is ", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_was_stopped_is_compared_up_to_there()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        var request = new RunRequest { DataPath = [data], Set = ["close_at_end=false"] };
        await _runs.Replay("a", request);

        // What a replay until 17:00 writes that is stopped at 12:00.
        await _runs.Replay("b", request with { Until = new DateTime(2026, 1, 13, 12, 0, 0, DateTimeKind.Utc) });
        _runs.ChangeSummary("b", "until", "2026-01-13T17:00:00Z");
        _runs.ChangeSummary("b", "interrupted", true);
        var found = _runs.Compare("a", "b");
        Assert.Equal("configuration", found.Cause);
        Assert.Equal(("until", "2026-01-13 17:00", "2026-01-13 12:00"), Texts(Row(found, "configuration")));
        Assert.Equal((600L, 0L), (Row(found, "bars").Compared, Row(found, "bars").Different));
    }

    [Fact]
    public async Task Bars_that_are_gone_are_said_and_the_rest_is_compared()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data);
        await _runs.Replay("b", data);
        Directory.Delete(data, recursive: true);
        var found = _runs.Compare("a", "b");
        Assert.True(found.Equal);
        var row = Row(found, "bars");
        Assert.Equal((0L, 0L), (row.Compared, row.Different));
        Assert.StartsWith("the bars are not available: No file of EURUSD", row.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_runs_have_their_bars_made_again()
    {
        var request = new RunRequest
        {
            Source = "simulated", Since = new DateTime(2025, 7, 7, 7, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 7, 7, 12, 0, 0, DateTimeKind.Utc),
        };
        await _runs.Replay("a", request);
        await _runs.Replay("b", request with { Set = ["costs.min_slippage_pips=2"] });
        var found = _runs.Compare("a", "b");
        Assert.Equal("configuration", found.Cause);
        Assert.Equal((600L, 0L), (Row(found, "bars").Compared, Row(found, "bars").Different));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_compared_as_far_as_it_came()
    {
        var data = _runs.Data("data", ParityRuns.Bars());
        await _runs.Replay("a", data, "status_every_bars=1");
        await _runs.Replay("b", data);
        File.Delete(Path.Combine(_runs["b"], RunFiles.Summary));
        var found = _runs.Compare("a", "b");
        Assert.True(found.Equal);
        Assert.Equal(1200, Row(found, "bars").Compared);
        Assert.Equal((0L, "B has not ended: its version is not written yet"), (Row(found, "version").Compared, Row(found, "version").Where));
    }

    [Fact]
    public async Task A_directory_that_is_no_run_is_refused()
    {
        await _runs.Replay("a", _runs.Data("data", ParityRuns.Bars()));
        Directory.CreateDirectory(_runs["empty"]);
        Assert.Equal("RunNotFound", Assert.Throws<AxflException>(() => _runs.Compare("a", "empty")).ErrorId);
        Assert.Equal("RunNotFound", Assert.Throws<AxflException>(() => _runs.Compare("nowhere", "a")).ErrorId);
    }

    [Fact]
    public async Task A_comparison_can_be_cancelled()
    {
        await _runs.Replay("a", _runs.Data("data", ParityRuns.Bars()));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => new RunParity(ParityRuns.Churn, stop.Token).Compare(_runs["a"], _runs["a"]));
    }

    [Fact]
    public async Task The_port_compares_runs_of_shipped_strategies()
    {
        var request = new RunRequest
        {
            Source = "simulated", OutputDirectory = _runs.Directory, RunId = "shipped", Since = new DateTime(2025, 7, 7, 0, 0, 0, DateTimeKind.Utc),
            Until = new DateTime(2025, 7, 12, 0, 0, 0, DateTimeKind.Utc),
        };
        await using (var run = new AxflRuntime().Start(request, CancellationToken.None)) await run.Completion;
        Assert.True(new AxflRuntime().Compare(new CompareRequest(_runs["shipped"], _runs["shipped"]), CancellationToken.None).Equal);
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().Compare(new CompareRequest(_runs["shipped"], _runs["none"]), CancellationToken.None));
        Assert.Equal("RunNotFound", error.ErrorId);
    }

    [Fact]
    public void The_port_compares_runs_of_strategies_of_the_users_own()
    {
        _runs.Live("own");
        var request = new CompareRequest(_runs["own"], _runs["own"]);
        Assert.True(new AxflRuntime().Compare(request with { Strategies = ParityRuns.Churn }, CancellationToken.None).Equal);
        Assert.Throws<ConfigurationException>(() => new AxflRuntime().Compare(request, CancellationToken.None));
    }

    public void Dispose() => _runs.Dispose();

    private static void Change(List<Bar> bars, int index, Func<Bar, Bar> change) => bars[index] = change(bars[index]);

    private static RunDifference Row(RunComparison comparison, string what) => comparison.Differences.Single(d => d.What == what);

    private static (string Where, string Left, string Right) Texts(RunDifference row) => (row.Where, row.Left, row.Right);
}
