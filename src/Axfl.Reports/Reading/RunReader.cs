using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Reports.Reading;

/// <summary>Reads the files of a run, ended or under way: a torn last line is left out, as everywhere.</summary>
/// <param name="strategies">Strategies its plan may name.</param>
/// <param name="time">Clock, which tells whether the process of a run is alive.</param>
internal sealed class RunReader(IReadOnlyList<StrategyDefinition> strategies, TimeProvider time)
{
    /// <summary>Reads a run.</summary>
    /// <param name="directory">Run directory, absolute.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">It is no run directory (<c>RunNotFound</c>), or a file of it is damaged.</exception>
    public RunRecord Read(string directory, CancellationToken cancellation)
    {
        var path = RecordedPlan.PathIn(directory);
        var report = RunReports.Of(directory, time);
        var summary = File.Exists(Path.Combine(directory, RunFiles.Summary)) && !report.LacksSummary ? SummaryFiles.Read(directory) : null;
        var isLive = JournalFiles.Exist(directory);
        var status = summary is null || isLive ? StatusFiles.LastOrNone(directory) : null;
        var plan = PlanOf(path, summary, status);
        var story = isLive ? LiveStory.Read(directory, plan.Live, cancellation) : null;
        if (story is not null) plan = plan with { Engine = plan.Engine with { Since = story.Since } };
        var names = new PlanNames(plan);
        Trade[] trades = [.. RunTrades.ReadSoFar(directory, names.Fault)];
        cancellation.ThrowIfCancellationRequested();
        var halts = Path.Combine(directory, RunFiles.Halts);
        return new RunRecord
        {
            Directory = directory,
            Id = summary?.Run ?? status?.Run ?? report.Run,
            Mode = summary?.Mode ?? report.Mode,
            Source = plan.Source,
            State = report.State,
            Plan = plan,
            PlanText = System.Text.Encoding.UTF8.GetString(InputErrors.Guard(path, () => RegularFile.ReadAll(path, RunFiles.MostBytes))),
            Since = Ms(summary?.Since ?? status?.Since) ?? story?.Since,
            Until = Ms(summary?.Until) ?? EndOf(status, plan) ?? story?.Ended,
            TradedSince = summary is null ? Ms(status?.Since) ?? story?.Since : Ms(summary.TradedSince),
            TradedUntil = summary is null ? EndOf(status, plan) ?? story?.Ended : Ms(summary.TradedUntil),
            Trades = trades,
            TradeDays = TradeDays.Of(trades, plan.Engine),
            Decisions = [.. RunDecisions.ReadSoFar(directory, names.Fault)],
            Halts = File.Exists(halts) ? [.. HaltsFile.Read(halts, names.Fault)] : null,
            Data = summary?.Data ?? status?.Data ?? [],
            Summary = summary,
            SummaryDamage = summary is null && File.Exists(Path.Combine(directory, RunFiles.Summary)) ? report.Error : null,
            LastStatus = status,
            LedgerHash = summary?.LedgerHash ?? status?.LedgerHash ?? "",
            Version = summary?.Version ?? story?.Version ?? "",
            Live = story,
        };
    }

    private RunPlan PlanOf(string path, RunSummary? summary, PortfolioStatus? status)
    {
        var plan = SessionsLoader.Load(RecordedPlan.Request(path, new RunRequest()), strategies);
        var since = Ms(summary?.Since ?? status?.Since) ?? 0;
        return plan with { Source = summary?.Source ?? status?.Source ?? plan.Source, Engine = plan.Engine with { Since = since } };
    }

    private static long? EndOf(PortfolioStatus? last, RunPlan plan) => Ms(last?.Now) is { } now ? now + plan.Engine.Interval.Milliseconds : null;

    private static long? Ms(DateTime? time) => time is { } t ? EventTime.FromDateTime(t) : null;
}
