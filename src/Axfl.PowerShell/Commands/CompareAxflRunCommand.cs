using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Compares two runs, or a live run's bars with a source's, and names the first difference and its cause.</summary>
[Cmdlet(VerbsData.Compare, "AxflRun", DefaultParameterSetName = "Run")]
[OutputType(typeof(RunComparison))]
public sealed class CompareAxflRunCommand : AxflCmdlet
{
    private readonly List<string> _different = [];
    private string _reference = "";

    /// <summary>The run compared with: an id, a path, or an object that names a run.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string ReferenceRun { get; set; } = "";

    /// <summary>The run compared: an id, a path, or an object that names a run. Each run of the pipeline is compared once, when all have come.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Run", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Run", "RunId")]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string DifferenceRun { get; set; } = "";

    /// <summary>The source whose history is compared with the bars of the run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Source")]
    [ArgumentCompleter(typeof(ComparedSourceCompleter))]
    public string Source { get; set; } = "";

    /// <summary>Bars for csv: folders, files, or SYMBOL=path.</summary>
    [Parameter(ParameterSetName = "Source")]
    public string[] DataPath { get; set; } = [];

    /// <summary>Address of the history server instead of the provider's own.</summary>
    [Parameter(ParameterSetName = "Source")]
    [ValidateNotNullOrEmpty]
    [Alias("Endpoint")]
    public string? HistoryEndpoint { get; set; }

    /// <summary>Allow plain http to another machine than this; the API key then crosses the network in clear text.</summary>
    [Parameter(ParameterSetName = "Source")]
    public SwitchParameter AllowPlain { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => Attempt(() => _reference = Find(ReferenceRun), ReferenceRun);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Source") return;
        AttemptEach(() =>
        {
            var directory = Find(DifferenceRun);
            if (!_different.Contains(directory)) _different.Add(directory);
        }, DifferenceRun);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == "Source") AttemptEach(() => Compare(Request(null)), Source);
        foreach (var directory in _different) AttemptEach(() => Compare(Request(directory)), directory);
    }

    private string Find(string run) => RunLookup.Find(this, run, OutputDirectory, MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory)));

    private CompareRequest Request(string? right) => new(_reference, right)
    {
        Source = right is null ? Source : null,
        DataPath = DataPathArgument.Resolve(DataPath, this),
        HistoryEndpoint = HistoryEndpoint,
        AllowPlain = AllowPlain,
        StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
    };

    private void Compare(CompareRequest request)
    {
        using var strategies = StrategyRegistry.Open();
        var whole = request with { Strategies = strategies.Definitions };
        var progress = new ProgressRecord(0x417B, "Comparing", $"{request.Left} and {request.Right ?? request.Source}");
        WriteObject(Work<double, RunComparison>(progress, (_, stop) => Task.FromResult(Runtime.Compare(whole, stop)), static _ => { }));
    }
}
