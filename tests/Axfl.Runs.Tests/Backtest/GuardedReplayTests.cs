using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>What a replay with news writes: a copy of its calendar, the warning of a missed time, halts and the status.</summary>
public sealed class GuardedReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // USD events at 08:00 on three days; on the third the bars from 07:50 to 08:25 are missing.
    public GuardedReplayTests()
    {
        File.WriteAllText(_folder["news.csv"], "time,currency,impact,title\n2026-01-13T08:00:00Z,USD,high,Prices\n2026-01-14T08:00:00Z,USD,high,Prices\n2026-01-15T08:00:00Z,USD,high,Prices\n");
        File.WriteAllText(_folder["plan.yaml"], """
            portfolio:
              symbols: [EURUSD]
              source: csv
              data_dir: .
              warmup_days: 0
              spread_pips: 0
              costs: {slippage_on: []}
              news: {calendar: news.csv, flat: true}
              risk: {max_currency_net: 1, global_daily_target_r: 0.5, loss_streak: {losses: 1, pause_minutes: 5}}
              strategies:
                - name: orb
                  windows: [{start: "07:00", end: "10:00"}]
                  params: {retest: false, trend_filter: false}
            """);
        var bars = new StringWriter { NewLine = "\n" };
        bars.WriteLine("time,open,high,low,close,volume");
        for (var day = 13; day <= 15; day++)
        {
            for (var minute = 420; minute < 600; minute += 5)
            {
                if (day == 15 && minute is >= 470 and < 510) continue;
                var close = minute < 425 ? 1.1 : 1.1008;
                bars.WriteLine(FormattableString.Invariant($"2026-01-{day}T{minute / 60:00}:{minute % 60:00}:00Z,{(minute <= 425 ? 1.1 : 1.1008)},{close + 0.0002},{(minute <= 425 ? 1.0996 : 1.1006)},{close},1"));
            }
        }

        File.WriteAllText(_folder["EURUSD.csv"], bars.ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_keeps_a_copy_that_its_plan_names_and_which_gives_the_same_run_without_the_original()
    {
        var first = await Run("a", _folder["plan.yaml"]);
        Assert.Contains("calendar: [\"calendar-1.csv\"]", File.ReadAllText(FileOf("a", "plan.yaml")), StringComparison.Ordinal);
        File.Delete(_folder["news.csv"]);
        var again = await Run("b", FileOf("a", "plan.yaml"));
        Assert.Equal(first.LedgerHash, again.LedgerHash);
        Assert.Equal(File.ReadAllText(FileOf("a", "plan.yaml")), File.ReadAllText(FileOf("b", "plan.yaml")));
        Assert.Equal(["NEWS", "NEWS", "NEWS"], TradesCsv.Read(FileOf("a", "trades.csv")).Select(t => t.Reason));
    }

    [Fact]
    public async Task A_time_to_be_flat_that_no_bar_met_is_a_warning_of_the_run_and_of_its_summary()
    {
        var warned = new List<string>();
        var summary = await Run("a", _folder["plan.yaml"], warned);
        Assert.Single(warned, w => w.Contains("2026-01-15T08:30:00Z EURUSD orb: flat missed (news)", StringComparison.Ordinal));
        Assert.Single(summary.Warnings, w => w.Contains("flat missed", StringComparison.Ordinal));
        Assert.Single(SummaryFiles.Read(Path.GetDirectoryName(FileOf("a", "summary.json"))!).Warnings, w => w.Contains("flat missed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_statuses_have_the_next_event_and_net_positions()
    {
        await Run("a", _folder["plan.yaml"], set: "status_every_bars=1");
        var statuses = StatusFiles.Read(Path.GetDirectoryName(FileOf("a", "plan.yaml"))!).ToList();
        Assert.Equal((new DateTime(2026, 1, 13, 8, 0, 0), false), (statuses[0].News!.Next!.Value, statuses[0].News!.Active));
        Assert.Contains(statuses, s => s.News!.Active && s.CurrencyNet!.Select(n => n.ToString()).SequenceEqual(["EUR +1", "USD -1"]));
        Assert.Null(statuses[^1].News!.Next);
        Assert.Null(statuses[0].Parity);
    }

    private string FileOf(string run, string name) => Path.Combine(_folder.Path, "runs", run, name);

    private async Task<RunSummary> Run(string id, string plan, List<string>? warned = null, string? set = null)
    {
        await using var run = new AxflRuntime().Start(
            new RunRequest
            {
                SessionsPath = plan, DataPath = [_folder["EURUSD.csv"]], OutputDirectory = _folder.Path, RunId = id, WorkingDirectory = _folder.Path,
                Since = new DateTime(2026, 1, 13, 0, 0, 0, DateTimeKind.Utc), Set = set is null ? [] : [set],
            },
            CancellationToken.None);
        await foreach (var item in run.Events)
            if (item is NoticeEvent { Level: NoticeLevel.Warning } notice) warned?.Add(notice.Message);
        return await run.Completion;
    }
}
