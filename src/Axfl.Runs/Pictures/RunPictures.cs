using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Shows runs on terminals.</summary>
/// <param name="time">Clock.</param>
public sealed class RunPictures(TimeProvider time) : IRunPictures
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Draw(PictureRequest request, PictureFormat format) => Lines(new RunWatch(request, time).Look(), format);

    /// <inheritdoc/>
    public IReadOnlyList<string>? Follow(PictureRequest request, ITerminal terminal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(terminal);
        var watch = new RunWatch(request, time);
        // What is wrong with the run is said on the first screen.
        _ = watch.Look();
        terminal.Write(PictureText.Enter);
        RunLook? last;
        try
        {
            last = new PictureLoop(watch.Look, terminal, request.Every, request.QuitWord, time).Follow(cancellation);
        }
        finally
        {
            terminal.Write(PictureText.Leave + terminal.KeysEnd);
        }

        return last is null ? null : Lines(last, terminal.Format with { Height = 0 });
    }

    /// <inheritdoc/>
    public void Restore(ITerminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        terminal.Write(PictureText.Leave + terminal.KeysEnd);
    }

    private static string[] Lines(RunLook look, PictureFormat format) => [.. RunPicture.Draw(look, format).Select(l => PictureText.Of(l, format))];
}
