using System.Management.Automation;

namespace Axfl.PowerShell;

/// <summary>Shows a run under way on the whole screen until it ends or Ctrl-C; the terminal is left as it was. The run goes on.</summary>
[Cmdlet(VerbsCommon.Show, "AxflPortfolio")]
[OutputType(typeof(void))]
public sealed class ShowAxflPortfolioCommand : AxflCmdlet
{
    /// <summary>Run id; default: the run under way, else the run started last or the newest of the output directory, shown once.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Milliseconds between two pictures.</summary>
    [Parameter]
    [ValidateRange(50, 60_000)]
    public int Every { get; set; } = 250;

    /// <summary>Draws the picture once and returns.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        var directory = Directory();
        var session = RunRegistry.RunningIn(directory);
        var picture = new StatusPicture(Coloured());
        if (session is null || Once || !Host.UI.SupportsVirtualTerminal || Console.IsOutputRedirected)
        {
            foreach (var line in picture.Draw(session?.Status ?? Runtime.ReadStatus(directory))) Host.UI.WriteLine(line);
            return;
        }

        using var screen = new AlternateScreen(Host.UI);
        do
        {
            if (session.Status is { } status) screen.Show(picture.Draw(status));
        }
        while (!StopToken.IsCancellationRequested && WaitHandle.WaitAny([StopToken.WaitHandle, ((IAsyncResult)session.Completion).AsyncWaitHandle], Every) == WaitHandle.WaitTimeout);
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
