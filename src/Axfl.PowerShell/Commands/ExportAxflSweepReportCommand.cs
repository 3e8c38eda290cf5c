using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Writes the report of a sweep: one HTML file that needs nothing else.</summary>
[Cmdlet(VerbsData.Export, "AxflSweepReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportAxflSweepReportCommand : SweepCmdlet
{
    /// <summary>File that is written; default the name of the sweep with .html, in the current location.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Replaces a file that is not a report of this sweep.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    internal override void Act(string sweep)
    {
        var path = Absolute(Path ?? SweepReportFile.DefaultName(sweep));
        if (!ShouldProcess(path, "Write report")) return;
        var (runtime, request) = (Runtime, new SweepReportRequest(sweep) { Store = Request, Path = path, Force = Force });
        var progress = new ProgressRecord(1, "Writing the report of " + sweep, "reading the trials");
        var report = Work<string, SweepReportFile>(
            progress, (told, stop) => Task.Run(() => runtime.WriteSweepReport(request, told, stop), stop), step => progress.StatusDescription = step);
        WriteObject(new FileInfo(report.Path));
    }
}
