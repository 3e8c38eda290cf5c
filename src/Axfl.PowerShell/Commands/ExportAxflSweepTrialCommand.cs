using System.Management.Automation;
using System.Text;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the plan of one trial as a complete sessions file.</summary>
[Cmdlet(VerbsData.Export, "AxflSweepTrial", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportAxflSweepTrialCommand : SweepTrialCmdlet
{
    /// <summary>Number of the trial.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Trial { get; set; }

    /// <summary>File that is written; default: the text itself.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        using var strategies = StrategyRegistry.Open();
        var text = Runtime.Sweeps.Export(Request([Trial], strategies));
        if (Path is null)
        {
            WriteObject(text);
            return;
        }

        var path = Absolute(Path);
        if (!ShouldProcess(path, "Write sessions file")) return;
        Write(path, text);
        WriteObject(new FileInfo(path));
    }, Name);

    private void Write(string path, string text)
    {
        try
        {
            using var stream = new FileStream(path, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AxflException(File.Exists(path) ? "OutputExists" : "OutputNotWritable", ErrorKind.Output, $"{path} cannot be written: {e.Message}", e) { Target = path };
        }
    }
}
