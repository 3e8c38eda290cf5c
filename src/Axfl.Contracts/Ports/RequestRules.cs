namespace Axfl.Contracts;

/// <summary>Which parameters of a run go together: declared here, asked by every front end. What would be ignored is refused: who writes it expects something of it.</summary>
public static class RequestRules
{
    private static readonly string[] OfLive = ["Resume", "StopAtSessionEnd", "Endpoint", "HistoryEndpoint", "AllowPlain"];
    private static readonly string[] OfReplay = ["Speed", "Since", "DataTimezone", "Trial"];
    private static readonly string[] OfPlans = ["Path", "Profile", "Set", "SpreadPips", "Source", "Since", "Until", "DataTimezone", "Columns", "TimeFormat"];
    private static readonly string[] OfNewRuns = ["Path", "Profile", "Set", "SpreadPips", "DataPath", "Columns", "TimeFormat"];

    /// <summary>Refuses what a mode does not have, and what a resumed run has already.</summary>
    /// <param name="mode"><c>replay</c> or <c>ws</c>, in any case.</param>
    /// <param name="given">Keys of the parameters that were given a value.</param>
    /// <exception cref="AxflException"><c>ParameterNeedsWs</c>, <c>ParameterNeedsReplay</c>, <c>ParameterNeedsTrial</c>, <c>ParameterRefusedByTrial</c> or <c>ParameterRefusedByResume</c>; its target is the key of the first.</exception>
    public static void Check(string mode, IReadOnlyCollection<string> given)
    {
        ArgumentNullException.ThrowIfNull(mode);
        ArgumentNullException.ThrowIfNull(given);
        if (given.Contains("Trial", StringComparer.OrdinalIgnoreCase))
            Refuse("ParameterRefusedByTrial", OfPlans, given, "for plans of a file; a trial keeps the plan it was run with", $"Export it ({Spelling.Command("Export-AxflSweepTrial")}) and change the file");
        else Refuse("ParameterNeedsTrial", ["Store"], given, "for trials of a sweep only", $"Give {Spelling.Of("Trial", "NAME/N")}, or start without");
        if (!mode.Equals("ws", StringComparison.OrdinalIgnoreCase))
        {
            Refuse("ParameterNeedsWs", OfLive, given, "for live runs only", $"Give {Spelling.Of("Mode", Spelled("Ws"))}, or start without");
            return;
        }

        Refuse(
            "ParameterNeedsReplay", OfReplay, given, "for replays only; a live run begins now and goes at the speed of the market",
            $"Give {Spelling.Of("Mode", Spelled("Replay"))}, or start without");
        if (given.Contains("Resume", StringComparer.OrdinalIgnoreCase))
        {
            Refuse(
                "ParameterRefusedByResume", OfNewRuns, given, "for new runs only; a resumed run keeps the plan of its run directory",
                $"Start without, or omit {Spelling.Of("Resume")}");
        }
    }

    /// <summary>Refuses a path that is empty: as a path it would be the working directory, and nobody who gives it means that.</summary>
    /// <param name="path">A path as it was given.</param>
    /// <returns>The path.</returns>
    /// <exception cref="AxflException">It is empty or blank (<c>PathEmpty</c>).</exception>
    public static string Given(string? path) => !string.IsNullOrWhiteSpace(path) ? path
        : throw new AxflException("PathEmpty", ErrorKind.Configuration, "A path is empty. Give one, or omit its parameter for the default; . is the working directory.");

    private static string Spelled(string mode) => Spelling.IsPowerShell ? mode : mode.ToLowerInvariant();

    private static void Refuse(string errorId, string[] keys, IReadOnlyCollection<string> given, string why, string whatToDo)
    {
        string[] found = [.. keys.Where(k => given.Contains(k, StringComparer.OrdinalIgnoreCase))];
        if (found.Length == 0) return;
        throw new AxflException(errorId, ErrorKind.Configuration, $"{string.Join(", ", found.Select(k => Spelling.Of(k)))}: {why}.")
        {
            Target = found[0], RecommendedAction = whatToDo + ".",
        };
    }
}
