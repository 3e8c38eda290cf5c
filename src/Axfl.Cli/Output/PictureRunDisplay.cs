using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>A run of this process as a picture on the whole terminal. What it says meanwhile is shown in the picture, and above the summary at its end.</summary>
/// <param name="context">Where and for whom.</param>
/// <param name="run">The run.</param>
internal sealed class PictureRunDisplay(CommandContext context, IPortfolioRun run) : RunDisplay(context)
{
    // Of a run that goes on for weeks the newest are worth a look; all of them are in its files.
    private const int Kept = 50;

    // A replay is over in seconds.
    private static readonly TimeSpan ReplayEvery = TimeSpan.FromMilliseconds(250);

    private readonly Queue<string> _notices = new();
    private readonly Lock _lock = new();
    private int _dropped;
    private volatile string? _notice;
    private volatile ProgressEvent? _progress;

    /// <inheritdoc/>
    public override void Show(Action pump)
    {
        using var end = new CancellationTokenSource();
        var terminal = new ConsoleTerminal(Context);
        var drawing = new Thread(() => Draw(terminal, end.Token)) { IsBackground = true, Name = "Axfl picture" };
        Context.Stop.AtOnce = () => Context.Runtime.Pictures.Restore(terminal);
        drawing.Start();
        var ended = false;
        try
        {
            pump();
            ended = true;
        }
        finally
        {
            end.Cancel();
            drawing.Join();
            Context.Stop.AtOnce = null;
            Heard(Say);
        }

        if (ended) Heard(() => ShowLast(terminal));
    }

    // The guard of a terminal that is gone keeps that it is, for the exit code: the run, which has ended, is not touched.
    private static void Heard(Action say)
    {
        try
        {
            say();
        }
        catch (ConsoleException)
        {
            // And there is nowhere left to say it.
        }
    }

    // A replay of a moment is over before anybody has looked at it.
    private void ShowLast(ConsoleTerminal terminal)
    {
        try
        {
            PictureLines.Write(Context.Runtime.Pictures.Draw(new PictureRequest(run.Directory), terminal.Format with { Height = 0 }), Context);
        }
        catch (AxflException e) when (e is not ConsoleException)
        {
            Context.Error.WriteLine(Line(NoticeLevel.Warning, $"The picture of its end cannot be drawn: {e.Message}"));
        }
    }

    /// <inheritdoc/>
    public override void Progress(ProgressEvent progress) => _progress = progress;

    /// <inheritdoc/>
    public override void Progress(double fraction, string text)
    {
    }

    /// <inheritdoc/>
    public override void Notice(NoticeLevel level, string message)
    {
        var line = Line(level, message);
        _notice = line;
        // A file takes it as it comes.
        if (!Context.ErrorIsTerminal)
        {
            Context.Error.WriteLine(line);
            return;
        }

        lock (_lock)
        {
            _notices.Enqueue(line);
            if (_notices.Count > Kept && _notices.TryDequeue(out _)) _dropped++;
        }
    }

    private void Draw(ConsoleTerminal terminal, CancellationToken end)
    {
        var request = new PictureRequest(run.Directory)
        {
            Own = () => new RunPulse(run.Status, _progress, _notice), QuitWord = "stop the run", Every = Context.GoesOnUnheard ? TimeSpan.FromSeconds(1) : ReplayEvery,
        };
        try
        {
            _ = Context.Runtime.Pictures.Follow(request, terminal, end);
            // The run is this process: to leave the picture is to ask it to stop, as Ctrl-C does.
            if (!end.IsCancellationRequested) Context.Stop.Request(ExitCode.Interrupted);
        }
        catch (AxflException e)
        {
            run.ConsoleLost(e);
        }
        // A run must not end because it cannot be drawn.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            Heard(() => Notice(NoticeLevel.Warning, $"The picture cannot be drawn any more: {e.Message}"));
        }
    }

    private void Say()
    {
        if (_dropped > 0) Context.Error.WriteLine($"... {Counted.Of(_dropped, "earlier message")}");
        foreach (var line in _notices) Context.Error.WriteLine(line);
    }
}
