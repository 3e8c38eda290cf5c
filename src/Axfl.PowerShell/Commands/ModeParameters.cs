using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Parameters of Start-AxflLivePort that only one mode has. -Mode is a value and no form, so PowerShell cannot tell by itself.</summary>
internal static class ModeParameters
{
    private static readonly string[] OfLive = ["Resume", "StopAtSessionEnd", "Endpoint", "HistoryEndpoint"];
    private static readonly string[] OfReplay = ["Speed", "Since", "DataTimezone"];
    private static readonly string[] OfNewRuns = ["Path", "Profile", "Set", "SpreadPips"];

    /// <summary>Refuses what the mode does not have rather than ignoring it.</summary>
    /// <param name="mode"><c>replay</c> or <c>ws</c>, in any case.</param>
    /// <param name="given">Names of the parameters that were given a value.</param>
    /// <exception cref="AxflException"><c>ParameterNeedsWs</c>, <c>ParameterNeedsReplay</c> or <c>ParameterRefusedByResume</c>.</exception>
    public static void Check(string mode, IReadOnlyCollection<string> given)
    {
        if (!mode.Equals("ws", StringComparison.OrdinalIgnoreCase))
        {
            Refuse("ParameterNeedsWs", OfLive, given, "for live runs only", "Give -Mode Ws, or start without");
            return;
        }

        Refuse(
            "ParameterNeedsReplay", OfReplay, given, "for replays only; a live run begins now and goes at the speed of the market",
            "Give -Mode Replay, or start without");
        if (given.Contains("Resume", StringComparer.OrdinalIgnoreCase))
        {
            Refuse(
                "ParameterRefusedByResume", OfNewRuns, given, "for new runs only; a resumed run keeps the plan of its run directory",
                "Start without, or leave out -Resume");
        }
    }

    private static void Refuse(string errorId, string[] names, IReadOnlyCollection<string> given, string why, string whatToDo)
    {
        string[] found = [.. names.Where(n => given.Contains(n, StringComparer.OrdinalIgnoreCase))];
        if (found.Length == 0) return;
        throw new AxflException(errorId, ErrorKind.Configuration, $"-{string.Join(", -", found)}: {why}. {whatToDo}.")
        {
            Target = found[0], RecommendedAction = whatToDo + ".",
        };
    }
}
