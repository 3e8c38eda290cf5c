using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>Bars read once for many runs: what a replay of them would warn of is told.</summary>
public sealed class LoadedBarsTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Bars_that_end_early_and_lines_that_are_rejected_are_warned_of_as_in_a_replay()
    {
        _data.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 288).Select(static i =>
            $"{EventTime.ToIso(DataFolder.Time("2026-01-13T00:00:00Z") + i * 300_000L)},1.1,1.1,{(i == 100 ? "-1" : "1.1")},1.1\n")));
        var request = new RunRequest
        {
            Source = "csv", DataPath = [_data.Path], Since = new DateTime(2026, 1, 13, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2026, 1, 16, 0, 0, 0, DateTimeKind.Utc),
            Set = ["symbols=[EURUSD]", "warmup_days=0"],
        };
        var loaded = LoadedBars.Read(request, SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), null, CancellationToken.None);
        string[] warnings = [.. loaded.Notices.Where(static n => n.Level == NoticeLevel.Warning).Select(static n => n.Message)];
        Assert.Single(warnings, static w => w.StartsWith("EURUSD ends early: its last bar is of 2026-01-13T23:55:00Z", StringComparison.Ordinal));
        Assert.Single(warnings, static w => w.Contains("EURUSD.csv(102): not traded on: a price is not positive", StringComparison.Ordinal));
    }
}
