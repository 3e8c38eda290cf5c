namespace Axfl.Contracts;

/// <summary>Shows runs on terminals: what they do now, from what they write into their directories, so that the run may be of any process.</summary>
public interface IRunPictures
{
    /// <summary>Draws a run once, as it is at this moment.</summary>
    /// <param name="request">Which run.</param>
    /// <param name="format">For which window. A window without height (0) takes all lines.</param>
    /// <returns>Lines, each within the width.</returns>
    /// <exception cref="AxflException">There is no such run.</exception>
    IReadOnlyList<string> Draw(PictureRequest request, PictureFormat format);

    /// <summary>
    /// Draws a run again and again on the terminal's second screen: until it ends, somebody presses <c>q</c>, or it is cancelled. <c>p</c> holds the picture,
    /// but for its alarm line, and lets it go on; the run is not touched. The first screen and the cursor are there again afterwards, whatever happens.
    /// </summary>
    /// <param name="request">Which run.</param>
    /// <param name="terminal">Where it is drawn.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The last picture of a run that has ended, for the first screen; null: the run goes on.</returns>
    /// <exception cref="AxflException">There is no such run.</exception>
    IReadOnlyList<string>? Follow(PictureRequest request, ITerminal terminal, CancellationToken cancellation);

    /// <summary>Puts a terminal right on which a picture is drawn, for a process that ends at once.</summary>
    void Restore(ITerminal terminal);
}

/// <summary>Which run is shown, and how often.</summary>
/// <param name="RunDirectory">Run directory, absolute.</param>
public sealed record PictureRequest(string RunDirectory)
{
    /// <summary>From one picture to the next; default one second.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What is known of a run of this process besides its files; it gives null when the run is, or has become, none of this process.</summary>
    public Func<RunPulse?> Own { get; init; } = static () => null;

    /// <summary>What <c>q</c> does, for the last line, e.g. <c>quit</c>.</summary>
    public string QuitWord { get; init; } = "quit";
}

/// <summary>What is known of a run of this process besides its files.</summary>
/// <param name="Status">Its newest status; null before the first.</param>
/// <param name="Progress">How far a replay is; null: not known.</param>
/// <param name="Notice">What it said last; null: nothing.</param>
public sealed record RunPulse(PortfolioStatus? Status, ProgressEvent? Progress, string? Notice);

/// <summary>A window for pictures.</summary>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows; 0: as many as there are lines.</param>
/// <param name="IsColoured">Whether escape sequences for colours and weight may be used.</param>
/// <param name="IsUnicode">Whether it shows more than ASCII.</param>
public sealed record PictureFormat(int Width, int Height, bool IsColoured, bool IsUnicode)
{
    // As the system's own library looks for it.
    private static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Whether a terminal shows more than ASCII: its encoding is UTF-8, and the user's locale, where there is one, says so too.</summary>
    /// <param name="codePage">Code page of what is written.</param>
    /// <param name="variable">Gives variables of the environment.</param>
    /// <param name="isWindows">Windows has no locale in the environment.</param>
    public static bool SpeaksUnicode(int codePage, Func<string, string?> variable, bool isWindows)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (codePage != 65001) return false;
        if (isWindows) return true;
        var locale = Locales.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        return locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A terminal on which pictures are drawn.</summary>
public interface ITerminal
{
    /// <summary>Its window now: it may have been resized.</summary>
    PictureFormat Format { get; }

    /// <summary>Whether keys reach it.</summary>
    bool HasKeys { get; }

    /// <summary>What it is written when nobody reads its keys any more, so that it sends them as it did before; empty: nothing, or somebody goes on reading them.</summary>
    string KeysEnd { get; }

    /// <summary>Writes text as it is, escape sequences in it, at once and in one piece.</summary>
    /// <exception cref="AxflException">It is gone (<c>ConsoleNotWritable</c>).</exception>
    void Write(string text);

    /// <summary>Waits for a key.</summary>
    /// <param name="longest">How long at most.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The character of a key; null: the time is over, or the waiting was ended.</returns>
    char? WaitKey(TimeSpan longest, CancellationToken cancellation);
}
