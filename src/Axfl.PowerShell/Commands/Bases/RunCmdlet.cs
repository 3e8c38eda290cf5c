using System.Management.Automation;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that read what runs left: which runs, and each once however often it comes down the pipeline.</summary>
public abstract class RunCmdlet : AxflCmdlet
{
    private readonly List<string> _directories = [];

    /// <summary>Run ids, wildcards allowed; default: the run started last in this process, else the newest of the output directory.</summary>
    [Parameter(Position = 0, ParameterSetName = "Run", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [SupportsWildcards]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public virtual string[] Run { get; set; } = [];

    /// <summary>Run directory, wildcards allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Run directory, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "RunDirectory")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter(ParameterSetName = "Run")]
    public string OutputDirectory { get; set; } = "logs";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path) AttemptEach(() => Expand(path).ToList().ForEach(Take), path);
        foreach (var path in LiteralPath) AttemptEach(() => Take(Absolute(path)), path);
        if (ParameterSetName is "Path" or "LiteralPath" || !TakesRun) return;
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory));
        if (Run.Length == 0) AttemptEach(() => Meant(given).ToList().ForEach(Take));
        foreach (var run in Run) AttemptEach(() => RunLookup.FindAll(this, run, OutputDirectory, given).ToList().ForEach(Take), run);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var directory in _directories)
        {
            AttemptEach(() => WarnOf(directory), directory);
            AttemptEach(() => Read(directory), directory);
        }
    }

    /// <summary>Whether a run is meant (and not, say, piped trades).</summary>
    internal virtual bool TakesRun => true;

    /// <summary>The runs that are meant where none is named.</summary>
    internal virtual IEnumerable<string> Meant(bool outputIsGiven) => [RunLookup.Newest(this, OutputDirectory, outputIsGiven)];

    /// <summary>Says of a run that failed or was killed that it did: its numbers alone do not show it.</summary>
    internal virtual void WarnOf(string directory)
    {
        var report = Runtime.DescribeRun(directory);
        if (report.IsFaulty) WriteWarning(ErrorRecords.Heading(report));
    }

    /// <summary>Says what filters left out: names that no row has as warnings, a pattern that matches none in detail.</summary>
    internal void Tell(FilterReport report)
    {
        foreach (var warning in report.Warnings) WriteWarning(warning);
        if (report.Detail is { } detail) WriteVerbose(detail);
    }

    /// <summary>Reads one run directory.</summary>
    internal abstract void Read(string directory);

    private void Take(string directory)
    {
        var known = RunLookup.Existing(directory);
        if (!_directories.Contains(known)) _directories.Add(known);
    }
}
