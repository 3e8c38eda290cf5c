using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Asks a run of this process to end; its files are complete when the cmdlet returns.</summary>
[Cmdlet(VerbsLifecycle.Stop, "AxflLivePort", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopLivePort : AxflCmdlet
{
    /// <summary>Run id. Default: every run of this process.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Run")]
    public string? RunId { get; set; }

    private protected override void Process()
    {
        IPortfolioRun[] runs = RunId is null ? [.. ActiveRuns.All] : ActiveRuns.Find(RunId) is { } one ? [one] : [];
        if (RunId is not null && runs.Length == 0)
            throw new AxflException("RunNotActive", ErrorKind.Data, $"No run '{RunId}' is under way in this process.") { Target = RunId };
        foreach (var run in runs.Where(r => ShouldProcess(r.RunId, "Stop")))
        {
            run.Stop();
            run.Completion.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }
}
