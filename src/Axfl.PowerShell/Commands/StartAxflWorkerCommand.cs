using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Runs chunks of sweeps submitted with -Pool hangfire, until it is stopped.</summary>
[Cmdlet(VerbsLifecycle.Start, "AxflWorker", SupportsShouldProcess = true)]
[OutputType(typeof(void), typeof(WorkerJob))]
public sealed class StartAxflWorkerCommand : SweepStoreCmdlet, IChunkWorkerArguments
{
    /// <summary>Names of the sweeps it works for; default: all of the store.</summary>
    [Parameter(Position = 0)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string[] Sweep { get; set; } = [];

    /// <summary>Ends when no chunk is left to do.</summary>
    [Parameter]
    public SwitchParameter Drain { get; set; }

    /// <summary>Bars instead of those of the sweep: folders, files, or SYMBOL=path; they must be the same bars.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Reads the bars from the store, where -ShareData of Invoke-AxflSweep has put them.</summary>
    [Parameter]
    public SwitchParameter DataFromStore { get; set; }

    /// <summary>Chunks at the same time; default as many as cores.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int Throttle { get; set; }

    /// <summary>Longest a trial may take, seconds; default 100 times the median, at least 30 s, once 20 are done.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.001, 1e7)]
    public double? TrialTimeout { get; set; }

    /// <summary>Assemblies with strategies of your own that the sweeps use.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <summary>Gives a job at once.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        if (!ShouldProcess(Sweep.Length == 0 ? "all sweeps of the store" : string.Join(", ", Sweep), "Start worker")) return;
        var request = new SweepWorkerRequest { Sweeps = Sweep, Drain = Drain, Worker = this.Worker(Request) };
        if (AsJob) Hand(request);
        else ChunkWork.Work(this, request, StopToken);
    });

    private void Hand(SweepWorkerRequest request)
    {
        var job = new WorkerJob(request, MyInvocation.Line.Trim());
        JobRepository.Add(job);
        WriteObject(job);
    }
}
