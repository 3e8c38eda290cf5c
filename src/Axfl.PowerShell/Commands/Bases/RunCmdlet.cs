using System.Management.Automation;

namespace Axfl.PowerShell;

/// <summary>Shape of the commands that read what a run left: which run, and each run once however often it comes down the pipeline.</summary>
public abstract class RunCmdlet : AxflCmdlet
{
    private readonly List<string> _directories = [];

    /// <summary>Run id; default: the run started last in this process, else the newest of the output directory.</summary>
    [Parameter(Position = 0, ParameterSetName = "Run", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Run directory, wildcards allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Run directory, taken as it stands.</summary>
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
        if (ParameterSetName is not ("Path" or "LiteralPath") && TakesRun) AttemptEach(() => Take(Find()), Run);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var directory in _directories) AttemptEach(() => Read(directory), directory);
    }

    /// <summary>Whether a run is meant (and not, say, piped trades).</summary>
    internal virtual bool TakesRun => true;

    /// <summary>Reads one run directory.</summary>
    internal abstract void Read(string directory);

    private string Find()
    {
        if (Run is { } run) return RunLookup.Find(this, run, OutputDirectory);
        var inSession = !MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory)) ? RunRegistry.LastDirectory : null;
        return inSession is not null && Directory.Exists(inSession) ? inSession : Runtime.FindRun(Absolute(OutputDirectory), null);
    }

    private void Take(string directory)
    {
        var known = RunLookup.Existing(directory);
        if (!_directories.Contains(known)) _directories.Add(known);
    }
}
