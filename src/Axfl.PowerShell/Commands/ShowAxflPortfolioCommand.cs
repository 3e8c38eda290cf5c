using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Display;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Shows a run under way, of any process, on the whole screen until it ends, q or Ctrl-C; the terminal is left as it was. The run goes on.</summary>
[Cmdlet(VerbsCommon.Show, "AxflPortfolio")]
[OutputType(typeof(void))]
public sealed class ShowAxflPortfolioCommand : AxflCmdlet
{
    /// <summary>Run id; default: the run under way, else the run started last or the newest of the output directory, shown once.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Milliseconds between two pictures.</summary>
    [Parameter]
    [ValidateRange(50, 60_000)]
    public int Every { get; set; } = 1000;

    /// <summary>Draws the picture once and returns.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        var directory = Directory();
        var terminal = new HostTerminal(Host.UI, Coloured());
        var request = new PictureRequest(directory) { Every = TimeSpan.FromMilliseconds(Every), Own = () => RunRegistry.RunningIn(directory) is { } own ? new RunPulse(own.Status, null, null) : null };
        var isOnce = Once || !Host.UI.SupportsVirtualTerminal || Console.IsOutputRedirected || (request.Own() is null && !Runtime.DescribeRun(directory).IsRunning);
        // Of a run that ended meanwhile its last picture stays on the first screen: how it ended is not to be missed.
        var lines = isOnce ? Runtime.Pictures.Draw(request, terminal.Format with { Height = 0 }) : Runtime.Pictures.Follow(request, terminal, StopToken) ?? [];
        foreach (var line in lines) Host.UI.WriteLine(line);
    }, Run);

    private string Directory()
    {
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory));
        if (Run is { } run) return RunLookup.Find(this, run, OutputDirectory, given);
        return !given && RunRegistry.Running is [var first, ..] ? first.Directory : RunLookup.Newest(this, OutputDirectory, given);
    }

    // NO_COLOR and $PSStyle.OutputRendering are the user's word on colours.
    private bool Coloured()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || !Host.UI.SupportsVirtualTerminal) return false;
        var style = SessionState.PSVariable.GetValue("PSStyle") is { } value ? PSObject.AsPSObject(value) : null;
        var rendering = style?.Properties["OutputRendering"]?.Value?.ToString();
        return rendering == "Ansi" || (rendering != "PlainText" && !Console.IsOutputRedirected);
    }
}
