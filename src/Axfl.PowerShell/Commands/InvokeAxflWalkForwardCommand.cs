using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Runs a walk-forward: all trials of a sweep over the training of each window, and the one chosen there over what comes next.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AxflWalkForward", SupportsShouldProcess = true)]
[OutputType(typeof(WalkForwardReport))]
public sealed class InvokeAxflWalkForwardCommand : AxflCmdlet
{
    /// <summary>Sweep file with walk_forward.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>Store of all trials: a path, or a connection string of PostgreSQL; default: AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string? Store { get; set; }

    /// <summary>Output directory beside which the store is; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Trials at the same time; default: the number of cores.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int? Throttle { get; set; }

    /// <summary>Seconds a trial may take; default: 100 times the median, not before 30 s and 20 done trials.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(1.0, 1_000_000.0)]
    public double? TrialTimeout { get; set; }

    /// <summary>Runs more than 100,000 trials.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(Run, Path);

    private void Run()
    {
        if (!ShouldProcess(Path, "Run walk-forward")) return;
        using var strategies = new StrategiesByThread(StopToken);
        var request = new WalkForwardRequest(Absolute(Path))
        {
            Store = new SweepStoreRequest { Store = Store, OutputDirectory = Absolute(OutputDirectory), WorkingDirectory = WorkingDirectory },
            Throttle = Throttle ?? 0,
            TrialTimeout = TrialTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Force = Force,
            AllowRejected = AllowRejected,
            StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
            Strategies = strategies.Definitions,
        };
        var progress = new ProgressRecord(0x417C, "Walk-forward", Path);
        var report = Work<WalkForwardProgress, WalkForwardReport>(progress, (reports, stop) => Task.FromResult(Runtime.WalkForward.Run(request, reports, stop)), p =>
        {
            progress.StatusDescription = FormattableString.Invariant($"window {p.Window} of {p.Windows}: {p.Done} of {p.Trials} trials");
            progress.PercentComplete = BackgroundWork.Percent(p.Fraction);
        });
        foreach (var warning in report.Warnings) WriteWarning(warning);
        if (report.Error is { } error) WriteWarning(error);
        if (report.Failed > 0) WriteWarning($"{Counted.Of(report.Failed, "training run")} failed.");
        if (report.Alarms > 0) WriteWarning($"{Counted.Of(report.Alarms, "trial")} did not reproduce the result in the store.");
        WriteObject(report);
    }
}
