using System.Diagnostics;
using System.Globalization;
using Axfl.LiveHost;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class KillTests : IDisposable
{
    private const int Seed = 1, Ticks = 8_000, KillsInARun = 10;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 3)]
    public async Task Runs_killed_at_ten_random_points_each_and_taken_up_again_have_the_ledger_of_the_unbroken_run(int first, int count)
    {
        var expected = Unbroken();
        var ledgers = await Task.WhenAll(Enumerable.Range(first, count).Select(KilledAndResumed));
        Assert.All(ledgers, ledger => Assert.Equal(expected, ledger));
    }

    /// <summary>The long form: 20 runs of ten kills. It takes minutes, so it is asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Fact]
    public async Task Two_hundred_kills_over_cuts_of_the_journal_change_no_ledger()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it; the five runs beside it are its quarter.");
        var expected = Unbroken();
        foreach (var batch in Enumerable.Range(100, 20).Chunk(4))
            Assert.All(await Task.WhenAll(batch.Select(KilledAndResumed)), ledger => Assert.Equal(expected, ledger));
    }

    public void Dispose() => _folder.Dispose();

    private string Unbroken()
    {
        var ticks = MadeTicks.Of(Seed, Ticks, 2);
        using var live = DirectLive.Begin(_folder.Path, "unbroken", ticks);
        foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
        Assert.True(live.Session.Recorder.Trades.Count > 20);
        return live.Finish();
    }

    private async Task<string> KilledAndResumed(int seed)
    {
        var random = new Random(seed);
        var run = $"killed-{seed}";
        foreach (var point in Enumerable.Range(0, KillsInARun).Select(_ => random.Next(Ticks)).Order())
        {
            var (code, output) = await Host(run, point);
            Assert.True(code == 137, $"exit code {code}: {output}");
        }

        var (end, ledger) = await Host(run, -1);
        Assert.True(end == 0, $"exit code {end}: {ledger}");
        return ledger.Trim();
    }

    private async Task<(int Code, string Output)> Host(string run, int killAt)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll"), _folder.Path, run, Seed.ToString(CultureInfo.InvariantCulture),
                Ticks.ToString(CultureInfo.InvariantCulture), killAt.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
