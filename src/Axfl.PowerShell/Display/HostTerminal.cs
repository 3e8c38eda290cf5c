using System.Management.Automation.Host;
using Axfl.Contracts;

namespace Axfl.PowerShell.Display;

/// <summary>The terminal of a PowerShell host, for pictures.</summary>
/// <param name="ui">The host's.</param>
/// <param name="isColoured">Whether the user wants colours.</param>
internal sealed class HostTerminal(PSHostUserInterface ui, bool isColoured) : ITerminal
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(50);

    private readonly bool _isUnicode = PictureFormat.SpeaksUnicode(Console.OutputEncoding.CodePage, Environment.GetEnvironmentVariable, OperatingSystem.IsWindows());

    /// <inheritdoc/>
    public PictureFormat Format
    {
        get
        {
            var size = Console.IsOutputRedirected ? default : ui.RawUI.WindowSize;
            return new PictureFormat(size.Width > 0 ? size.Width : 120, size.Height > 0 ? size.Height : 24, isColoured, _isUnicode);
        }
    }

    /// <inheritdoc/>
    public bool HasKeys { get; private set; } = !Console.IsInputRedirected;

    /// <inheritdoc/>
    /// <remarks>The prompt goes on reading keys.</remarks>
    public string KeysEnd => "";

    /// <inheritdoc/>
    public void Write(string text)
    {
        try
        {
            ui.Write(text);
        }
        catch (Exception e) when (IsGone(e))
        {
            throw new AxflException("ConsoleNotWritable", ErrorKind.Output, $"The terminal cannot be written: {e.Message}", e);
        }
    }

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
            return ui.RawUI.KeyAvailable ? ui.RawUI.ReadKey(ReadKeyOptions.NoEcho | ReadKeyOptions.IncludeKeyDown).Character : null;
        }
        catch (Exception e) when (IsGone(e))
        {
            HasKeys = false;
            return null;
        }
    }

    private static bool IsGone(Exception error) => error is IOException or InvalidOperationException or HostException;
}
