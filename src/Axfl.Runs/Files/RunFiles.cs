using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Names of the files of a run.</summary>
public static class RunFiles
{
    /// <summary>The most bytes of a file that is read whole: plan, summary, present state.</summary>
    public const long MostBytes = 1 << 24;

    /// <summary>One line a closed trade.</summary>
    public const string Trades = "trades.csv";

    /// <summary>Every placed entry and every blocked one.</summary>
    public const string Decisions = "decisions.jsonl";

    /// <summary>The effective plan.</summary>
    public const string Plan = "plan.yaml";

    /// <summary>Totals and metrics, written last.</summary>
    public const string Summary = "summary.json";

    /// <summary>Every input, order, fill, decision and change of state of a live run of an older version; now a folder of segments.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>Names the process that owns a live run.</summary>
    public const string Lock = "run.lock";

    /// <summary>The present state of a run, replaced as it goes on.</summary>
    public const string Now = "now.json";

    /// <summary>Halts as they begin and end.</summary>
    public const string Halts = "halts.jsonl";

    /// <summary>Messages that were sent, by event and channel.</summary>
    public const string Alerts = "alerts.jsonl";

    /// <summary>Messages that no other file tells, so that a resumed run can send them.</summary>
    public const string MadeAlerts = "alerts_made.jsonl";

    private const string CalendarStart = "calendar-";

    /// <summary>The copy of a news calendar beside the plan.</summary>
    /// <param name="number">Its place in the plan, from 1.</param>
    /// <param name="ending">Ending, with its dot.</param>
    public static string Calendar(int number, string ending) => string.Create(CultureInfo.InvariantCulture, $"{CalendarStart}{number}{ending}");

    /// <summary>The file of a status: live one a trading day (<c>yyyyMMdd</c>), in a replay one a month of event time (<c>yyyyMM</c>).</summary>
    public static string Status(PortfolioStatus status)
    {
        var period = status.Mode == "replay" ? status.Now.ToString("yyyyMM", CultureInfo.InvariantCulture) : status.Day.Replace("-", "", StringComparison.Ordinal);
        return $"portfolio_live_{period}.jsonl";
    }

    /// <summary>Whether a file of this name in the directory of a run is one that the run wrote.</summary>
    /// <param name="name">Name without its folder.</param>
    public static bool IsOwn(string name) =>
        Own.Any(own => name.Equals(own, StringComparison.OrdinalIgnoreCase) || name.StartsWith(own + ".", StringComparison.OrdinalIgnoreCase))
        || (name.StartsWith("portfolio_live_", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        || (name.StartsWith(CalendarStart, StringComparison.OrdinalIgnoreCase) && name.Length > CalendarStart.Length && char.IsAsciiDigit(name[CalendarStart.Length]));

    // With an ending behind it: set aside while it is made again, or held by its process.
    private static readonly string[] Own = [Trades, Decisions, Plan, Summary, Journal, Lock, Now, Halts, Alerts, MadeAlerts];

    /// <summary>All status files.</summary>
    public const string StatusPattern = "portfolio_live_*.jsonl";
}
