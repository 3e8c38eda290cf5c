using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Two plans key by key. Keys from which no other result can follow are left out: where bars come from, how often statuses are written, who is told, how live prices are taken.</summary>
/// <param name="Compared">Keys.</param>
/// <param name="Different">How many differ.</param>
/// <param name="First">The first that differs; one of no fill policy before one of it; null: none.</param>
internal sealed record PlanComparison(long Compared, long Different, KeyDifference? First)
{
    // What else these do shows in the bars.
    private static readonly string[] WithoutResults = ["source", "venue", "data_dir", "data_timezone", "data_columns", "data_time_format", "status_every_s", "status_every_bars"];

    private static readonly string[] FillPolicy = ["intrabar", "market_fill", "spread"];

    /// <summary>As a row.</summary>
    public RunDifference Row => new("configuration", Compared, Different, First?.Key ?? "", First?.Left ?? "", First?.Right ?? "");

    /// <summary>Compares them.</summary>
    /// <param name="left">Left plan.</param>
    /// <param name="right">Right plan.</param>
    /// <param name="closedAtEnd">Whether a run closed a trade at its end, so that <c>close_at_end</c> says something.</param>
    public static PlanComparison Of(RunPlan left, RunPlan right, bool closedAtEnd)
    {
        var (l, r) = (Values(left, closedAtEnd), Values(right, closedAtEnd));
        string[] keys = [.. l.Keys, .. r.Keys.Where(k => !l.ContainsKey(k))];
        KeyDifference[] different =
        [
            .. keys.Where(k => l.GetValueOrDefault(k) != r.GetValueOrDefault(k))
                .Select(k => new KeyDifference(k, l.GetValueOrDefault(k, "none"), r.GetValueOrDefault(k, "none"), FillPolicy.Contains(k) ? Causes.FillPolicy : Causes.Configuration))
                .OrderBy(d => d.Cause == Causes.FillPolicy),
        ];
        return new PlanComparison(keys.Length, different.Length, different.FirstOrDefault());
    }

    /// <summary>The same with a difference the plans do not show: the time they were run for.</summary>
    public PlanComparison With(KeyDifference period) => new(Compared + 1, Different + 1, First ?? period);

    private static Dictionary<string, string> Values(RunPlan plan, bool closedAtEnd)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in plan.Description.Values)
        {
            var has = WithoutResults.Contains(value.Key) || value.Key is "alerts" || value.Key.StartsWith("alerts.", StringComparison.Ordinal) || value.Key.StartsWith("live.", StringComparison.Ordinal) || (value.Key == "close_at_end" && !closedAtEnd);
            if (!has) values[value.Key] = value.Value;
        }

        return values;
    }
}

/// <summary>A key whose values differ.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Left">Left value.</param>
/// <param name="Right">Right value; <c>none</c>: the plan has no such key.</param>
/// <param name="Cause">What a difference of it is.</param>
internal sealed record KeyDifference(string Key, string Left, string Right, string Cause)
{
    /// <summary><c>risk.max_open_positions differs: 2 / 3</c>.</summary>
    public string Words => $"{Key} differs: {Left} / {Right}";
}
