using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands;

/// <summary>Reports what bars files are and what is wrong with them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflData", DefaultParameterSetName = "Path")]
[OutputType(typeof(DataReport))]
public sealed class TestAxflDataCommand : AxflCmdlet
{
    /// <summary>Files or folders, wildcards allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Zone of times that have none: IANA, UTC+02:00, or IANA with hours, America/New_York+7; default: the dialect's own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? Timezone { get; set; }

    /// <summary>Names of the columns in their order: time, open, high, low, close, volume; default: found in the file.</summary>
    [Parameter]
    public string[] Columns { get; set; } = [];

    /// <summary>How times are written: iso, unix, unix_ms, or a pattern such as 'dd/MM/yyyy HH:mm'; default: found in the file.</summary>
    [Parameter]
    public string? TimeFormat { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path) AttemptEach(() => Expand(path).ToList().ForEach(Check), path);
        foreach (var path in LiteralPath) AttemptEach(() => Check(Absolute(path)), path);
    }

    private void Check(string path)
    {
        var progress = new ProgressRecord(0x4179, "Reading bars", path);
        WriteProgress(progress);
        try
        {
            WriteObject(Runtime.CheckData(new DataCheckRequest(path, Timezone)
            {
                Columns = Columns.Length > 0 ? string.Join(',', Columns) : null, TimeFormat = TimeFormat,
            }, null, StopToken), enumerateCollection: true);
        }
        finally
        {
            progress.RecordType = ProgressRecordType.Completed;
            if (!StopToken.IsCancellationRequested) WriteProgress(progress);
        }
    }
}
