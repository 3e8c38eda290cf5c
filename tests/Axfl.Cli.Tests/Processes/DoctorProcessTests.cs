using System.Text.Json;

namespace Axfl.Cli.Tests.Processes;

/// <summary><c>axfl doctor</c> on prices of <c>axfl fake-feed</c>, both in processes of their own, whatever day it is.</summary>
public sealed class DoctorProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-doctor-").FullName;

    public static bool IsPossible => AxflProcess.IsPossible;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_feed_that_works_is_seen_to_and_nothing_is_written()
    {
        using var feed = AxflProcess.Start(_directory, "fake-feed --port 0 --ticks-per-second 5");
        var (code, output, error) = await AxflProcess.Run(_directory, $"doctor --source finnhub --endpoint {await Address(feed)} --set symbols=[EURUSD] --format json");
        var rows = output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(r => r.GetProperty("check").GetString()!, r => r.GetProperty("state").GetString());

        // How much room the machine has is its own affair.
        Assert.True(rows.Where(r => r.Key != "disk").All(r => r.Value != "failed"), output + error);
        Assert.Equal(rows.ContainsValue("failed") ? 8 : 0, code);
        foreach (var check in new[] { "sessions", "warm-up", "feed", "subscription EURUSD", "first price EURUSD", "clock", "locks", "news calendar", "alerts" }) Assert.Equal("ok", rows[check]);
        Assert.Empty(Directory.GetFileSystemEntries(_directory));
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task Calendars_and_channels_that_would_let_a_run_down_are_told_of_and_the_code_is_8()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "news.csv"), "time_utc,currency,impact,title\n2020-01-10T13:30:00Z,USD,high,Payrolls\n");
        await File.WriteAllTextAsync(Path.Combine(_directory, "sessions.yaml"), """
            portfolio:
              symbols: [EURUSD]
              strategies: [{name: orb, windows: [{start: "07:00", end: "10:00"}]}]
              news: {calendar: news.csv, missing: refuse}
              alerts: {channels: [{kind: slack, url: env:AXFL_TEST_NOT_SET}, {kind: ntfy, url: vault:ntfy}]}
            """);
        var (code, output, error) = await AxflProcess.Run(_directory, "doctor --cfg sessions.yaml --send --format json");
        var rows = output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(r => r.GetProperty("check").GetString()!, r => (State: r.GetProperty("state").GetString(), Seen: r.GetProperty("seen").GetString()!));
        Assert.True(code == 8, output + error);
        Assert.Equal(("failed", "ok"), (rows["news calendar"].State, rows["news calendar news.csv"].State));
        Assert.Equal(("failed", "it would be off: the environment variable AXFL_TEST_NOT_SET is not set"), rows["alerts slack"]);
        Assert.StartsWith("it would be off: vault:ntfy is in a vault", rows["alerts ntfy"].Seen, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_signal_ends_it_while_it_waits_for_prices()
    {
        using var feed = AxflProcess.Start(_directory, "fake-feed --port 0 --silence-after 0");
        using var doctor = AxflProcess.Start(_directory, $"doctor --source finnhub --endpoint {await Address(feed)}");
        await LiveProcess.Until(() => feed.Error.Contains("subscribed", StringComparison.Ordinal));
        doctor.Signal("INT");
        Assert.Equal(130, await doctor.Code());
        Assert.Equal("", await doctor.Output.ReadToEndAsync());
    }

    private static async Task<string> Address(AxflProcess feed) => (await feed.Output.ReadLineAsync())!["listening on ".Length..];
}
