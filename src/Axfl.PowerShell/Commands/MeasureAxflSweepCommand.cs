using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the statistics and the verdict of a sweep: how much of the best trial is luck.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflSweep")]
[OutputType(typeof(SweepMeasure))]
public sealed class MeasureAxflSweepCommand : SweepCmdlet
{
    /// <inheritdoc/>
    internal override void Act(string sweep)
    {
        var (store, request) = (Runtime.SweepStore, Request);
        var progress = new ProgressRecord(1, "Measuring " + sweep, "reading the trials");
        WriteObject(Work<string, SweepMeasure>(
            progress, (report, stop) => Task.Run(() => store.Measure(request, sweep, report, stop), stop), step => progress.StatusDescription = step));
    }
}
