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
        foreach (var check in new[] { "sessions", "warm-up", "feed", "subscription EURUSD", "first price EURUSD", "clock", "locks" }) Assert.Equal("ok", rows[check]);
        Assert.Empty(Directory.GetFileSystemEntries(_directory));
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
