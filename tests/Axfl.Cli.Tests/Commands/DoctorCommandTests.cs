using System.Text.Json;
using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class DoctorCommandTests
{
    private static readonly HealthResult
        Ok = new("sessions", HealthStates.Ok, "profile portfolio", null),
        Warning = new("clock", HealthStates.Warning, "4.0 s ahead of example.org", "Set the clock."),
        Failed = new("feed", HealthStates.Failed, "example.org answered 401", "Set a valid key.");

    [Fact]
    public async Task Rows_say_what_was_seen_and_what_to_do()
    {
        using var test = new CommandTest(new FakeRuntime { Health = [Ok, Warning] });
        Assert.Equal(0, await test.Run("doctor"));
        Assert.Matches(@"check +state +what was seen\nsessions +ok +profile portfolio\nclock +warning +4\.0 s ahead of example\.org\n\ncheck +what to do\nclock +Set the clock\.\n", test.Out);
        Assert.Equal("1 ok, 1 warning, 0 failed\n", test.Error);
    }

    [Fact]
    public async Task A_check_that_fails_makes_the_code_8()
    {
        using var test = new CommandTest(new FakeRuntime { Health = [Ok, Warning, Failed] });
        Assert.Equal(8, await test.Run("doctor"));
        Assert.Equal("1 ok, 1 warning, 1 failed\n", test.Error);
    }

    [Fact]
    public async Task Json_is_an_object_a_line_and_the_code_is_the_same()
    {
        using var test = new CommandTest(new FakeRuntime { Health = [Ok, Failed] });
        Assert.Equal(8, await test.Run("doctor", "--format", "json"));
        var rows = test.Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["check", "state", "seen", "remedy"], rows[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("sessions", JsonValueKind.Null), (rows[0].GetProperty("check").GetString(), rows[0].GetProperty("remedy").ValueKind));
        Assert.Equal(("failed", "Set a valid key."), (rows[1].GetProperty("state").GetString(), rows[1].GetProperty("remedy").GetString()));
    }

    [Fact]
    public async Task The_live_run_that_is_meant_is_asked_about()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run(
            "doctor", "--cfg", "my.yaml", "--profile", "ny", "--source", "oanda", "--data", "bars", "--set", "interval=1m", "--out", "o", "--endpoint", "wss://example.org", "--history-endpoint",
            "https://example.net", "--allow-plain", "--strategy-assembly", "mine.dll"));
        var asked = test.Runtime.Request!;
        Assert.Equal(("ws", "ny", "oanda", "wss://example.org", "https://example.net", true), (asked.Mode, asked.Profile, asked.Source, asked.Endpoint, asked.HistoryEndpoint, asked.AllowPlain));
        Assert.Equal((InFolder("my.yaml"), InFolder("o"), InFolder("bars")), (asked.SessionsPath, asked.OutputDirectory, Assert.Single(asked.DataPath)));
        Assert.Equal(("interval=1m", InFolder("mine.dll")), (Assert.Single(asked.Set), Assert.Single(asked.StrategyAssemblies)));
    }

    [Fact]
    public async Task Without_options_it_is_the_run_that_would_be_started()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("doctor"));
        Assert.Equal(("portfolio", null, InFolder("logs")), (test.Runtime.Request!.Profile, test.Runtime.Request.SessionsPath, test.Runtime.Request.OutputDirectory));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Test_messages_are_sent_only_when_it_says_so(bool send)
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run(send ? ["doctor", "--send"] : ["doctor"]));
        Assert.Equal((send, null), (test.Runtime.HealthSends, test.Runtime.Request!.Vault));
    }

    [Fact]
    public async Task Ctrl_c_stops_it()
    {
        using var test = new CommandTest(new FakeRuntime { WaitsForStop = true });
        var running = test.Run("doctor");
        test.Stop.Request(130);
        Assert.Equal(130, await running);
        Assert.Equal("", test.Out);
    }

    [Fact]
    public async Task An_option_it_does_not_have_is_bad_usage()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("doctor", "--speed", "3"));
    }

    private static string InFolder(string name) => Path.Combine(CommandTest.Directory, name);
}
