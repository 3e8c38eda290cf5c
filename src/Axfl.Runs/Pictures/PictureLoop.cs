using Axfl.Contracts;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Redraws a run until it ends or nobody looks any more. Each picture is of its moment: state, prices, their age and the clock are looked at anew.</summary>
/// <param name="look">How the run is at this moment.</param>
/// <param name="terminal">Where it is drawn.</param>
/// <param name="every">From one picture to the next.</param>
/// <param name="quitWord">What <c>q</c> does.</param>
/// <param name="time">Clock.</param>
internal sealed class PictureLoop(Func<RunLook> look, ITerminal terminal, TimeSpan every, string quitWord, TimeProvider time)
{
    // How soon a window that was resized is filled, and a key is obeyed.
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(100);

    private string _shown = "";
    private RunLook? _held;

    /// <summary>Draws until the end.</summary>
    /// <returns>The run as it ended; null: it goes on.</returns>
    public RunLook? Follow(CancellationToken cancellation)
    {
        while (true)
        {
            var now = look();
            Show(now);
            if (now.IsOver && _held is null) return now;
            if (!Wait(now, cancellation)) return null;
        }
    }

    // Until the next picture is due.
    private bool Wait(RunLook now, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var left = every - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return true;
            var format = terminal.Format;
            switch (terminal.WaitKey(left < Blink ? left : Blink, cancellation))
            {
                case 'q' or 'Q':
                    return false;
                case 'p' or 'P' or ' ':
                    _held = _held is null ? now : null;
                    if (_held is null) return true;
                    Show(now);
                    break;
                default:
                    if (terminal.Format != format) Show(now);
                    break;
            }
        }

        return false;
    }

    private void Show(RunLook now)
    {
        var format = terminal.Format;
        var lines = RunPicture.Draw(_held ?? now, format, Keys(), Alarm.Of(now));
        var frame = PictureText.Frame(lines, format);
        if (frame == _shown) return;
        terminal.Write(_shown = frame);
    }

    private string? Keys() => !terminal.HasKeys ? null
        : _held is { } held ? $"HELD at {held.Time:HH:mm:ss} UTC, the run goes on | p continue | q {quitWord}" : $"p hold | q {quitWord}";
}
