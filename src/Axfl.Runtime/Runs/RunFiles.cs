namespace Axfl.Runtime;

/// <summary>Names of the files of a run.</summary>
internal static class RunFiles
{
    /// <summary>One line a closed trade.</summary>
    public const string Trades = "trades.csv";

    /// <summary>Every placed entry and every refusal.</summary>
    public const string Decisions = "decisions.jsonl";

    /// <summary>The effective plan.</summary>
    public const string Plan = "plan.yaml";

    /// <summary>Totals and metrics, written last.</summary>
    public const string Summary = "summary.json";

    /// <summary>Every input, order, fill, decision and change of state of a live run.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>Names the process that owns a live run.</summary>
    public const string Lock = "run.lock";

    /// <summary>The present state of a run, replaced as it goes on.</summary>
    public const string Now = "now.json";

    /// <summary>Statuses of one trading day (<c>yyyy-MM-dd</c>).</summary>
    public static string Status(string day) => $"portfolio_live_{day.Replace("-", "", StringComparison.Ordinal)}.jsonl";

    /// <summary>All status files.</summary>
    public const string StatusPattern = "portfolio_live_*.jsonl";
}
