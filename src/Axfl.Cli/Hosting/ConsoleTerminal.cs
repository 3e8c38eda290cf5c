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
    public bool HasKeys { get; } = !Console.IsInputRedirected;

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
            if (HasKeys && Console.KeyAvailable) return Console.ReadKey(intercept: true).KeyChar;
            if (cancellation.WaitHandle.WaitOne(left < Blink ? left : Blink)) return null;
        }

        return null;
    }
}
