using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Verifies the journal of a live run, or with -Quiet whether it holds.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflJournal", DefaultParameterSetName = "Run")]
[OutputType(typeof(JournalReport), typeof(bool))]
public sealed class TestAxflJournalCommand : RunCmdlet
{
    /// <summary>Gives true or false only: whether the journal holds.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var progress = new ProgressRecord(0x417A, "Checking journal", directory);
        var report = Work<double, JournalReport>(
            progress, (reports, stop) => Task.FromResult(Runtime.CheckJournal(directory, reports, stop)),
            fraction => progress.PercentComplete = BackgroundWork.Percent(fraction));
        if (Quiet) WriteObject(report.Ok);
        else WriteObject(report);
    }
}
