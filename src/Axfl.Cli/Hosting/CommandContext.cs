using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>What every command works with: the runtime behind the port, and where its words go.</summary>
internal sealed class CommandContext
{
    /// <summary>Everything behind the commands.</summary>
    public required IAxflRuntime Runtime { get; init; }

    /// <summary>Standard output: results. What is written is cleaned of what would act on a terminal.</summary>
    public required TextWriter Out { get; init => field = CleanWriter.Over(value); }

    /// <summary>Standard output as bytes, for status blocks, which come as UTF-8 already.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Standard error: user-facing messages, progress, the closing summary. Cleaned likewise.</summary>
    public required TextWriter Error { get; init => field = CleanWriter.Over(value); }

    /// <summary>The guards of the two streams; by default those of streams that cannot fail.</summary>
    public Consoles Consoles { get; init; } = Consoles.Unguarded;

    /// <summary>Whether what runs goes on when nothing can be said any more: a live run, whose files say it.</summary>
    public bool GoesOnUnheard { get; set; }

    /// <summary>Whether a person looks at <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether terminals may get colours; false when NO_COLOR is set.</summary>
    public bool Colour { get; init; } = true;

    /// <summary>Whether the terminal shows more than ASCII.</summary>
    public bool Unicode { get; init; }

    /// <summary>Whether pictures can be drawn on the terminal of <see cref="Out"/>: it obeys escape sequences.</summary>
    public bool CanDraw { get; init; }

    /// <summary>Columns and rows of the terminal now; 0 where it does not say.</summary>
    public Func<(int Width, int Height)> Window { get; init; } = static () => (0, 0);

    /// <summary>Whether unexpected errors show their stack (AXFL_DEBUG).</summary>
    public bool Debug { get; init; }

    /// <summary>Directory against which relative paths are resolved, absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether and how the user asked to stop.</summary>
    public required StopRequest Stop { get; init; }

    /// <summary>Opens a file or address in the browser; false: there is none.</summary>
    public Func<string, bool> Browser { get; init; } = Contracts.Browser.TryOpen;

    /// <summary>A path as an absolute one; an empty one is refused.</summary>
    public string Absolute(string path) => Path.GetFullPath(RequestRules.Given(path), WorkingDirectory);

    /// <summary>The output directory: the option's, else <c>logs</c>.</summary>
    public string OutputDirectory(string? option) => Absolute(option ?? "logs");
}
