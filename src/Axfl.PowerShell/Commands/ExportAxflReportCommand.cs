using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Writes the report of a run: one HTML file that needs nothing else.</summary>
[Cmdlet(VerbsData.Export, "AxflReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportAxflReportCommand : BarsCmdlet
{
    private readonly List<string> _directories = [];

    /// <summary>Run ids, wildcards allowed, or run directories; default: the run started last in this process, else the newest of the output directory.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [SupportsWildcards]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] Run { get; set; } = [];

    /// <summary>File that is written; default report.html in the run's directory.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Where the run's bars are now: folders, files, or SYMBOL=path; default: where its plan says.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Which bars go into it; auto: all up to 400,000, of more those around orders and trades.</summary>
    [Parameter]
    [ValidateSet(ReportBars.Auto, ReportBars.Every, ReportBars.None)]
    public string Bars { get; set; } = ReportBars.Auto;

    /// <summary>Leaves out what refused orders would have made, and the bounds of undecided trades: the plan is not run again.</summary>
    [Parameter]
    public SwitchParameter NoShadow { get; set; }

    /// <summary>Replaces a file that is not a report of this run.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory));
        if (Run.Length == 0) AttemptEach(() => Take(RunLookup.Newest(this, OutputDirectory, given)));
        foreach (var run in Run) AttemptEach(() => RunLookup.FindAll(this, run, OutputDirectory, given).ToList().ForEach(Take), run);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var directory in _directories) AttemptEach(() => Write(directory), directory);
    }

    private void Take(string directory)
    {
        if (!_directories.Contains(directory)) _directories.Add(directory);
    }

    private void Write(string directory)
    {
        var path = Path is null ? System.IO.Path.Combine(directory, ReportFile.DefaultName) : Absolute(Path);
        if (!ShouldProcess(path, "Write report")) return;
        using var strategies = StrategyRegistry.Open();
        var request = new ReportRequest
        {
            RunDirectory = directory, Path = path, Bars = Bars, Shadow = !NoShadow, Force = Force,
            Plan = BarsRequest() with { DataPath = DataPathArgument.Resolve(DataPath, this), Strategies = strategies.Definitions },
        };
        var progress = new ProgressRecord(0x4179, "Writing report", RunLookup.IdOf(directory));
        var report = Work<MeasureProgress, ReportFile>(progress, (told, stop) => Task.FromResult(Runtime.WriteReport(request, told, stop)), p =>
        {
            progress.StatusDescription = p.Step;
            progress.PercentComplete = BackgroundWork.Percent(p.Share);
        });
        foreach (var line in report.Warnings) WriteWarning(line);
        foreach (var line in report.LeftOut) WriteVerbose("Left out: " + line);
        WriteObject(new FileInfo(report.Path));
    }
}
