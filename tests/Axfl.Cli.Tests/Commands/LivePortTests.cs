using System.Text;
using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class LivePortTests
{
    private static StatusEvent Status(bool final = false) => new(Samples.Status, final) { Json = Encoding.UTF8.GetBytes(Samples.StatusJson) };

    [Fact]
    public async Task Every_option_reaches_the_request()
    {
        using var test = new CommandTest();
        var code = await test.Run(
            "live-port", "--cfg", "a.yaml", "--profile", "portfolio_ny", "--mode", "replay", "--source", "csv", "--spread-pips", "0.8", "--since", "2025-10-15",
            "--until", "2025-10-17T09:00+02:00", "--data", "bars", "--data", "EURUSD=e.csv", "--data-timezone", "Europe/London", "--out", "o", "--run-id", "r1", "--set",
            "risk.max_open_positions=3", "--set", "interval=1h", "--strategy-assembly", "mine.dll", "--speed", "60", "--verbose");
        Assert.Equal("", test.Error.Split("run ")[0].Trim());
        Assert.Equal(0, code);
        var request = test.Runtime.Request!;
        Assert.Equal(Path.Combine(CommandTest.Directory, "a.yaml"), request.SessionsPath);
        Assert.Equal(("portfolio_ny", "replay", "csv"), (request.Profile, request.Mode, request.Source));
        Assert.Equal(0.8, request.SpreadPips);
        Assert.Equal(new DateTime(2025, 10, 15, 0, 0, 0, DateTimeKind.Utc), request.Since);
        Assert.Equal(new DateTime(2025, 10, 17, 7, 0, 0, DateTimeKind.Utc), request.Until);
        Assert.Equal([Path.Combine(CommandTest.Directory, "bars"), "EURUSD=" + Path.Combine(CommandTest.Directory, "e.csv")], request.DataPath);
        Assert.Equal("Europe/London", request.DataTimezone);
        Assert.Equal(Path.Combine(CommandTest.Directory, "o"), request.OutputDirectory);
        Assert.Equal(["risk.max_open_positions=3", "interval=1h"], request.Set);
        Assert.Equal([Path.Combine(CommandTest.Directory, "mine.dll")], request.StrategyAssemblies);
        Assert.Equal(("r1", 60.0, true), (request.RunId, request.Speed, request.Verbose));
    }

    [Fact]
    public async Task Without_options_the_shipped_file_is_replayed_into_logs()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("live-port"));
        var request = test.Runtime.Request!;
        Assert.Null(request.SessionsPath);
        Assert.Equal(("replay", "portfolio", Path.Combine(CommandTest.Directory, "logs")), (request.Mode, request.Profile, request.OutputDirectory));
        Assert.Equal((null, null, null, null), (request.Since, request.Until, request.Source, request.SpreadPips));
    }

    [Fact]
    public async Task Statuses_stand_between_marker_lines_on_standard_output_alone()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status(), Status(final: true)] });
        Assert.Equal(0, await test.Run("live-port"));
        var block = $"{StatusBlock.Begin}\n{Samples.StatusJson}\n{StatusBlock.End}\n";
        Assert.Equal(block + block, test.Blocks);
        Assert.Equal("", test.Out);
    }

    [Theory]
    [InlineData("json", Samples.StatusJson + "\n")]
    [InlineData("none", "")]
    public async Task The_status_format_decides_what_standard_output_gets(string format, string expected)
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status()] });
        Assert.Equal(0, await test.Run("live-port", "--status-format", format));
        Assert.Equal(expected, test.Blocks);
    }

    [Fact]
    public async Task A_status_without_bytes_is_written_from_its_object()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new StatusEvent(Samples.Status, true)] });
        await test.Run("live-port", "--status-format", "json");
        Assert.Equal(Samples.StatusJson + "\n", test.Blocks);
    }

    [Fact]
    public async Task Notices_and_the_summary_go_to_standard_error_with_the_cost_share_beside_total_r()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new Said(NoticeLevel.Warning, "Simulated data.")] });
        await test.Run("live-port");
        Assert.Contains("warning: Simulated data.\n", test.Error, StringComparison.Ordinal);
        Assert.Contains("-1.25R, cost share 61.3%", test.Error, StringComparison.Ordinal);
        Assert.Contains("win rate 33.3%", test.Error, StringComparison.Ordinal);
        Assert.Contains("-612.50, of which costs -310.25", test.Error, StringComparison.Ordinal);
        Assert.Contains("abc123", test.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("runs", "run-1"), test.Error, StringComparison.Ordinal);
        Assert.Matches(@"orb +3 +1 +2 +-1\.25R +-612\.50", test.Error);
    }

    [Theory]
    [InlineData("live-port")]
    [InlineData("live-port", "--verbose")]
    public async Task Details_are_said_only_when_asked_for(params string[] args)
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new Said(NoticeLevel.Verbose, "EURUSD: subscribed.")] });
        Assert.Equal(0, await test.Run(args));
        Assert.Equal(args.Contains("--verbose"), test.Error.Contains("verbose: EURUSD: subscribed.\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_is_not_written_when_nobody_looks_at_a_terminal()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new ProgressEvent(0.5, 1_234_567, 9_876_543, Samples.Monday)] });
        await test.Run("live-port");
        Assert.DoesNotContain("1,234,567", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cli.Hosting.ExitCode.Interrupted)]
    [InlineData(Cli.Hosting.ExitCode.Terminated)]
    public async Task A_signal_asks_the_run_to_stop_and_its_code_is_returned_after_the_summary(int code)
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status()], WaitsForStop = true });
        var run = test.Run("live-port");
        Assert.True(test.Stop.Request(code));
        test.Stop.Request(1);
        Assert.Equal(code, await run);
        Assert.Contains("(stopped before its end)", test.Error, StringComparison.Ordinal);
    }
}
