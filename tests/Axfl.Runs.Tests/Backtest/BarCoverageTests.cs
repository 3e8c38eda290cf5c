using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>Whole replays over data that do not cover what was asked for.</summary>
public sealed class BarCoverageTests : IDisposable
{
    private readonly DataFolder _data = new();
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-coverage").FullName;

    public void Dispose()
    {
        _data.Dispose();
        Directory.Delete(_output, recursive: true);
    }

    [Fact]
    public async Task A_symbol_that_ends_with_a_position_is_said_in_status_warning_and_summary()
    {
        // GBPUSD's bars end at 08:00 on Tuesday, its position is open; EURUSD goes on to Wednesday.
        Write("EURUSD", "2026-01-13T07:00:00Z", "2026-01-14T07:00:00Z");
        Write("GBPUSD", "2026-01-13T07:00:00Z", "2026-01-13T08:05:00Z");
        var (statuses, notices, summary) = await Run("2026-01-13T07:00:00Z", "2026-01-14T07:00:00Z", "GBPUSD");
        var last = statuses.Last(s => s.Positions.Count > 0);
        Assert.False(last.Ok);
        Assert.Equal("GBPUSD has a position and no bars since 2026-01-13T08:00:00Z while others have them.", last.Error);
        Assert.Equal(EventTime.ToDateTime(DataFolder.Time("2026-01-13T09:05:00Z")), statuses.First(s => !s.Ok).Now);
        Assert.Single(notices, n => n.StartsWith("2026-01-13T09:05:00Z GBPUSD has a position", StringComparison.Ordinal));
        Assert.Contains(summary.Warnings, w => w.StartsWith("GBPUSD: its bars end before the others'", StringComparison.Ordinal) && w.Contains("2026-01-13T08:05:00Z", StringComparison.Ordinal));
        Assert.Contains(summary.Warnings, w => w.StartsWith("GBPUSD ends early: its last bar is of 2026-01-13T08:00:00Z", StringComparison.Ordinal));
        Assert.True(statuses[^1].Ok);
    }

    [Fact]
    public async Task A_symbol_without_a_position_may_lack_bars_and_the_run_is_ok()
    {
        Write("EURUSD", "2026-01-13T07:00:00Z", "2026-01-14T07:00:00Z");
        Write("GBPUSD", "2026-01-13T07:00:00Z", "2026-01-13T08:05:00Z");
        var (statuses, _, _) = await Run("2026-01-13T07:00:00Z", "2026-01-14T07:00:00Z", trades: "");
        Assert.All(statuses, s => Assert.True(s.Ok));
    }

    [Fact]
    public async Task A_symbol_that_begins_late_or_has_no_bars_is_warned_of_with_dates()
    {
        Write("EURUSD", "2026-01-13T07:00:00Z", "2026-01-14T07:00:00Z");
        Write("GBPUSD", "2026-01-15T07:00:00Z", "2026-01-15T08:00:00Z");
        var (_, notices, summary) = await Run("2026-01-12T00:00:00Z", "2026-01-14T07:00:00Z", trades: "");
        Assert.Equal(
            [
                "EURUSD begins late: its first bar is of 2026-01-13T07:00:00Z, the period 2026-01-12T00:00:00Z to 2026-01-14T07:00:00Z.",
                "GBPUSD has no bars in the period 2026-01-12T00:00:00Z to 2026-01-14T07:00:00Z: it was not traded.",
            ],
            summary.Warnings);
        Assert.All(summary.Warnings, w => Assert.Contains(w, notices));
        Assert.Equal(EventTime.ToDateTime(DataFolder.Time("2026-01-13T07:00:00Z")), summary.TradedSince);
        Assert.Equal(EventTime.ToDateTime(DataFolder.Time("2026-01-14T07:00:00Z")), summary.TradedUntil);
    }

    [Fact]
    public async Task Bars_outside_trading_hours_are_traded_make_no_day_and_are_warned_of()
    {
        // Friday 20:00 to Saturday 08:00 UTC: the market closes at 22:00.
        Write("EURUSD", "2026-01-16T20:00:00Z", "2026-01-17T08:00:00Z");
        Write("GBPUSD", "2026-01-16T20:00:00Z", "2026-01-16T22:00:00Z");
        var (_, _, summary) = await Run("2026-01-16T20:00:00Z", "2026-01-17T08:00:00Z", trades: "");
        Assert.Equal(120, summary.OutsideHours);
        Assert.Equal([120, 0], summary.Data.Select(d => d.OutsideHours));
        Assert.Equal(144, summary.Data[0].Bars);
        Assert.StartsWith("EURUSD: 120 of 144 bars (83.3 %) lie outside trading hours", Assert.Single(summary.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_gaps_are_in_the_summary_and_read_back()
    {
        Write("EURUSD", "2026-01-12T00:00:00Z", "2026-01-12T01:00:00Z", "2026-01-13T01:00:00Z", "2026-01-13T02:00:00Z");
        Write("GBPUSD", "2026-01-12T00:00:00Z", "2026-01-13T02:00:00Z");
        var (_, _, summary) = await Run("2026-01-12T00:00:00Z", "2026-01-13T02:00:00Z", trades: "");
        DateTime At(string time) => EventTime.ToDateTime(DataFolder.Time(time));
        Assert.Equal([new RunGap("EURUSD", At("2026-01-12T01:00:00Z"), At("2026-01-13T01:00:00Z"), 288)], summary.LargestGaps);
        Assert.Equal(summary.LargestGaps, SummaryFiles.Read(Path.Combine(_output, "runs", "coverage")).LargestGaps);
    }

    private void Write(string symbol, params string[] periods)
    {
        var lines = new List<string> { "time,open,high,low,close" };
        for (var i = 0; i < periods.Length; i += 2)
            for (var t = DataFolder.Time(periods[i]); t < DataFolder.Time(periods[i + 1]); t += 300_000) lines.Add($"{EventTime.ToIso(t)},1.1,1.1,1.1,1.1");
        _data.Write(symbol + ".csv", string.Join('\n', lines) + "\n");
    }

    private async Task<(List<PortfolioStatus> Statuses, List<string> Notices, RunSummary Summary)> Run(string since, string until, string trades)
    {
        using var sessions = new SessionsFiles($$"""
            portfolio:
              symbols: [EURUSD, GBPUSD]
              source: csv
              data_dir: {{_data.Path}}
              warmup_days: 0
              status_every_bars: 1
              strategies:
                - name: buys
                  windows: [{start: "00:00", end: "24:00"}]
            """);
        var buys = new StrategyDefinition("buys", "Buys once.", [], "test", setup => new BuysOnce(setup.Instrument.Symbol == trades));
        var request = new RunRequest
        {
            SessionsPath = sessions.Path, OutputDirectory = _output, RunId = "coverage", Since = EventTime.ToDateTime(DataFolder.Time(since)),
            Until = EventTime.ToDateTime(DataFolder.Time(until)), Strategies = [buys],
        };
        await using var run = new AxflRuntime().Start(request, CancellationToken.None);
        List<PortfolioStatus> statuses = [];
        List<string> notices = [];
        await foreach (var item in run.Events)
        {
            if (item is StatusEvent status) statuses.Add(status.Status);
            if (item is NoticeEvent { Level: NoticeLevel.Warning } notice) notices.Add(notice.Message);
        }

        return (statuses, notices, await run.Completion);
    }

    private sealed class BuysOnce(bool buys) : IStrategy
    {
        private bool _bought;

        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            if (!buys || _bought) return;
            _bought = true;
            desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 1.09));
        }
    }
}
