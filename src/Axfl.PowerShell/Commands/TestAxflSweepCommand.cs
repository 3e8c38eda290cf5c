using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Runs trials of a sweep again, each alone as a plain replay; a ledger that differs is an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflSweep")]
[OutputType(typeof(SweepCheck))]
public sealed class TestAxflSweepCommand : SweepTrialCmdlet
{
    /// <summary>Numbers of trials; default: a sample.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, int.MaxValue)]
    public int[] Trial { get; set; } = [];

    /// <summary>How many trials, spread evenly over those that are done.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Sample { get; set; } = 20;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        using var strategies = StrategyRegistry.Open();
        var request = Request(Trial, strategies) with { Sample = Sample };
        var progress = new ProgressRecord(0x417C, "Verifying sweep", Name);
        var checks = Work<SweepProgress, IReadOnlyList<SweepCheck>>(
            progress, (reports, stop) => Task.FromResult(Runtime.Sweeps.Verify(request, reports, stop)), report => progress.PercentComplete = BackgroundWork.Percent(report.Fraction));
        foreach (var check in checks)
        {
            WriteObject(check);
            if (!check.Ok) WriteError(ErrorRecords.TrialNotReproduced(check));
        }
    }, Name);
}
