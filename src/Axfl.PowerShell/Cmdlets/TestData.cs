using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Reports what files of bars are and what is wrong with them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflData", DefaultParameterSetName = "Path")]
[OutputType(typeof(DataReport))]
public sealed class TestData : AxflCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Files, folders or archives; wildcards allowed.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The same without wildcards.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("FullName", "PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>IANA zone, or offset, of times that have none.</summary>
    [Parameter]
    public string? Timezone { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private protected override void Process()
    {
        var literal = ParameterSetName == "LiteralPath";
        foreach (var path in Expand(literal ? LiteralPath : Path, literal))
            WriteObject(Runtime.CheckData(new DataCheckRequest(path, Timezone), null, _stop.Token), enumerateCollection: true);
    }
}
