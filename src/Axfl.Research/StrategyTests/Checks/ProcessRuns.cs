using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;
using Axfl.Research.StrategyTests.Processes;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>The runs of a test that have a process of their own each, all at once.</summary>
/// <param name="Moved">With every price higher.</param>
/// <param name="Later">With every time later.</param>
/// <param name="German">Under de-DE and another local time zone.</param>
/// <param name="Turkish">Under tr-TR and yet another one.</param>
internal sealed record ProcessRuns(StrategyJobResult Moved, StrategyJobResult Later, StrategyJobResult German, StrategyJobResult Turkish)
{
    /// <summary>How much later: 52 weeks, so that weekdays stay.</summary>
    public const long Later364 = 364 * EventTime.Day;

    /// <summary>Local time zones far from most machines' own.</summary>
    public const string NepalZone = "Asia/Kathmandu", NewfoundlandZone = "America/St_Johns";

    /// <summary>Runs them.</summary>
    public static ProcessRuns Of(StrategyProcesses processes, CheckedStrategy subject, double shift, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<StrategyJobResult>[] runs =
        [
            Start("prices", j => j with { PriceShift = shift }, null), Start("times", j => j with { TimeShift = Later364 }, null),
            Start("de-DE", j => j with { Culture = "de-DE" }, NepalZone), Start("tr-TR", j => j with { Culture = "tr-TR" }, NewfoundlandZone),
        ];
        try
        {
            foreach (var run in runs) run.GetAwaiter().GetResult();
        }
        finally
        {
            // The first that fails ends the others.
            stop.Cancel();
            ((IAsyncResult)Task.WhenAll(runs)).AsyncWaitHandle.WaitOne();
        }

        return new(runs[0].Result, runs[1].Result, runs[2].Result, runs[3].Result);

        Task<StrategyJobResult> Start(string name, Func<StrategyJob, StrategyJob> job, string? zone) =>
            Task.Run(() => processes.Run(name, subject.Case, job, zone, stop.Token), CancellationToken.None);
    }

    /// <summary>Actions of a result.</summary>
    public static List<StrategyAction> ActionsOf(StrategyJobResult result) => [.. result.Actions.Select(JobRun.Read)];
}
