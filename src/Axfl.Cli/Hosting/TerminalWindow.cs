using Spectre.Console;

namespace Axfl.Cli.Hosting;

/// <summary>What the terminal behind standard output is.</summary>
internal static class TerminalWindow
{
    /// <summary>Columns and rows now; 0 where it does not say.</summary>
    public static (int Width, int Height) Size()
    {
        try
        {
            return (Console.WindowWidth, Console.WindowHeight);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return (0, 0);
        }
    }

    /// <summary>Whether it obeys escape sequences. Elsewhere than on Windows every one does that does not say it is dumb.</summary>
    public static bool Obeys(Func<TextWriter> terminal) => OperatingSystem.IsWindows()
        ? Asked(terminal())
        : Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } name && name != "dumb";

    // Of its own method, so that Spectre.Console, which also tells Windows to obey them, is loaded only there.
    private static bool Asked(TextWriter terminal) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal) }).Profile.Capabilities.Ansi;
}
