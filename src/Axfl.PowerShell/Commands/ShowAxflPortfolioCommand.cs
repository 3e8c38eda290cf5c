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
        if (Once || Look(directory).Ended is not null || !Host.UI.SupportsVirtualTerminal || Console.IsOutputRedirected)
        {
            Write(Draw(picture, Look(directory)));
            return;
        }

        Write(OnSecondScreen(picture, directory) ?? []);
    }, Run);

    // Of a run that ended meanwhile its last picture stays on the first screen: how it ended is not to be missed.
    private IReadOnlyList<string>? OnSecondScreen(StatusPicture picture, string directory)
    {
        using var screen = new AlternateScreen(Host.UI);
        return new PictureLoop(() => Look(directory), screen.Show, () => !StopToken.WaitHandle.WaitOne(Every), TimeProvider.System).Follow(picture);
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines) Host.UI.WriteLine(line);
    }

    // Of this process or of any other.
    private static RunLook Look(string directory)
    {
        var own = RunRegistry.RunningIn(directory);
        return RunLook.At(directory, Runtime, own is not null, own?.Status);
    }

    private static IEnumerable<string> Draw(StatusPicture picture, RunLook look) => picture.Draw(look.Run, look.Now, TimeProvider.System.GetUtcNow().UtcDateTime, look.Ended);

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
