using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A live run: its warm-up, a warning, 6,000 statuses, then nothing until it is stopped. <c>ended</c> ends by itself.</summary>
internal sealed class FakeRun : IPortfolioRun
{
    private const int Statuses = 6_000;
    private readonly TaskCompletionSource<RunSummary> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeRun(RunRequest request)
    {
        RunId = request.RunId ?? "newest";
        Directory = Path.Combine(request.OutputDirectory!, "runs", RunId);
        System.IO.Directory.CreateDirectory(Directory);
        File.WriteAllText(Path.Combine(Directory, "request.txt"), string.Join(
            " ", request.Mode, request.Resume, request.StopAtSessionEnd, request.Source, request.Endpoint, request.HistoryEndpoint));
        if (RunId == "ended") Stop();
    }

    public string RunId { get; }

    public string Directory { get; }

    public PortfolioStatus? Status { get; private set; }

    public Task<RunSummary> Completion => _completion.Task;

    public IAsyncEnumerable<RunEvent> Events => Say();

    public void ConsoleLost(AxflException error) => Stop();

    public void Stop() => _stop.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Stop();
        _completion.TrySetResult(new RunSummary { Metrics = new PortfolioMetrics() });
        await Completion;
    }

    public static PortfolioStatus StatusOf(string run, int trades) => new()
    {
        Mode = "ws", Source = "finnhub", Interval = "5m", Symbols = ["EURUSD", "GBPUSD"], Day = "2026-03-03", Run = run, LedgerHash = "14c8",
        Since = new DateTime(2026, 3, 3, 7, 0, 0, DateTimeKind.Utc), Now = new DateTime(2026, 3, 3, 7, 5, 0, DateTimeKind.Utc),
        Today = new TodayStatus(0, 0), Risk = new RiskStatus(false, -5), Costs = new CostStatus(new Dictionary<string, double?>(), ""),
        Total = new TotalStatus(0, 0, trades, 100_000, 0),
        Ws = new FeedStatus { Connected = true, Errors = 2, State = "live", LatencyP50Ms = 3.25, LatencyP99Ms = 41 },
        Data = [new SymbolDataStatus("EURUSD", 10, 0, 0, 0, false), new SymbolDataStatus("GBPUSD", 10, 0, 0, 0, true)],
    };

    private async IAsyncEnumerable<RunEvent> Say()
    {
        for (var i = 0; i <= 4; i++) yield return new ProgressEvent(i / 4.0, i * 100, 1000, new DateTime(2026, 3, 3, 0, 0, 0, DateTimeKind.Utc));
        yield return new Warned();
        foreach (var n in Enumerable.Range(1, RunId == "ended" ? 2 : Statuses))
        {
            Status = StatusOf(RunId, n);
            yield return new StatusEvent(Status, false);
        }

        File.WriteAllText(Path.Combine(Directory, "said"), "");
        await _stop.Task;
        _completion.TrySetResult(new RunSummary { Metrics = new PortfolioMetrics(), Interrupted = RunId != "ended" });
    }

    private sealed record Warned : NoticeEvent
    {
        public override NoticeLevel Level => NoticeLevel.Warning;

        public override string Message => "The feed was lost for 12 s.";
    }
}
