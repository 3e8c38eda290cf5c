using System.Text.Json;
using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Measures;

/// <summary>What a sweep's definition says about its statistics.</summary>
/// <param name="By">Metric of the objective.</param>
/// <param name="IsMax">Whether more is better.</param>
/// <param name="MinTrades">Least number of trades of a trial that counts.</param>
/// <param name="IsGrid">Whether the trials are points of a grid.</param>
/// <param name="Seed">Seed of the resamples.</param>
internal sealed record SweepSettings(string By = "mean_r", bool IsMax = true, int MinTrades = 100, bool IsGrid = true, string Seed = "1")
{
    /// <summary>Reads the definition of a stored sweep.</summary>
    /// <exception cref="AxflException">It is damaged (<c>StoreDamaged</c>).</exception>
    public static SweepSettings Of(SweepRow sweep)
    {
        using var document = sweep.Document();
        return RowDamage.Guard("sweep", sweep.Name, $"sweep '{sweep.Name}'", () => Of(document.RootElement));
    }

    private static SweepSettings Of(JsonElement root)
    {
        var usual = new SweepSettings();
        var objective = root.TryGetProperty("objective", out var o) && o.ValueKind == JsonValueKind.Object ? o : default;
        return new(
            Text(objective, "by") ?? usual.By, Text(objective, "direction") != "min", int.Parse(Text(objective, "min_trades") ?? "100", System.Globalization.CultureInfo.InvariantCulture),
            Text(root, "method") is null or "grid", Text(root, "seed") ?? usual.Seed);
    }

    /// <summary>The objective for people.</summary>
    public string Objective => $"{By} {(IsMax ? "max" : "min")}";

    /// <summary>A trial's objective so that more is better; NaN where it is not defined.</summary>
    public double Score(TrialMetrics metrics) => metrics.Value(By) is { } value ? IsMax ? value : -value : double.NaN;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
}
