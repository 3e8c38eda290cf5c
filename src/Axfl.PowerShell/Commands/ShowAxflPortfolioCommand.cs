using System.Management.Automation;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Display;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Shows a run under way, of any process, on the whole screen until it ends or Ctrl-C; the terminal is left as it was. The run goes on.</summary>
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
        var picture = new StatusPicture(Coloured());
        if (Once || !IsUnderWay(directory) || !Host.UI.SupportsVirtualTerminal || Console.IsOutputRedirected)
        {
            foreach (var line in Draw(picture, directory)) Host.UI.WriteLine(line);
            return;
        }

        using var screen = new AlternateScreen(Host.UI);
        do screen.Show(Draw(picture, directory));
        while (!StopToken.WaitHandle.WaitOne(Every) && IsUnderWay(directory));
    }, Run);

    // Of this process or of any other.
    private static bool IsUnderWay(string directory) => RunRegistry.RunningIn(directory) is not null || Runtime.DescribeRun(directory).IsRunning;

    private static IEnumerable<string> Draw(StatusPicture picture, string directory) => picture.Draw(
        RunLookup.IdOf(directory), RunNow.Of(directory), TimeProvider.System.GetUtcNow().UtcDateTime, IsUnderWay(directory) ? null : Runtime.DescribeRun(directory));

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
