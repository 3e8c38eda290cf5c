using System.Text;
using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>The terminal of this process, for pictures: written through the guard of standard output, keys from standard input where that is a terminal.</summary>
/// <param name="context">Where it is written, and whether in colour.</param>
internal sealed class ConsoleTerminal(CommandContext context) : ITerminal
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public PictureFormat Format => FormatOf(context);

    /// <inheritdoc/>
    public bool HasKeys { get; private set; } = !Console.IsInputRedirected;

    /// <inheritdoc/>
    /// <remarks>Whoever reads a key through the runtime has the terminal put into keypad mode, which nobody ends.</remarks>
    public string KeysEnd => OperatingSystem.IsWindows() ? "" : "\u001b[?1l\u001b>";

    /// <summary>The window now; 80 columns where it does not say.</summary>
    public static PictureFormat FormatOf(CommandContext context)
    {
        var (width, height) = context.Window();
        return new PictureFormat(width > 0 ? width : 80, height > 0 ? height : 24, context.Colour && context.OutIsTerminal, context.Unicode);
    }

    /// <inheritdoc/>
    public void Write(string text) => context.OutBytes.Write(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public char? WaitKey(TimeSpan longest, CancellationToken cancellation)
    {
        for (var left = longest; left > TimeSpan.Zero; left -= Blink)
        {
            if (HasKeys && Pressed() is { } key) return key;
            if (cancellation.WaitHandle.WaitOne(left < Blink ? left : Blink)) return null;
        }

        return null;
    }

    // A terminal that is gone has no keys any more: that it is gone shows at the next picture.
    private char? Pressed()
    {
        try
        {
            return Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            HasKeys = false;
            return null;
        }
    }
}
