using System.Globalization;
using System.Reflection;

namespace Axfl.Contracts;

/// <summary>The metrics of a trial: those of the summary of its run without the splits, and those of its days. Undefined ones are null, all of them of a trial that failed.</summary>
public record TrialMetrics
{
    private static readonly Dictionary<string, PropertyInfo> ByName = typeof(TrialMetrics).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(static p => p.PropertyType == typeof(double?) || p.PropertyType == typeof(int?)).ToDictionary(static p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Closed trades.</summary>
    public int? Trades { get; init; }

    /// <summary>Sum of R.</summary>
    public double? TotalR { get; init; }

    /// <summary>Mean R a trade: the expectancy.</summary>
    public double? AverageR { get; init; }

    /// <summary>Standard error of <see cref="AverageR"/> that knows that trades of one day share it (Liang and Zeger 1986); null below two days with trades.</summary>
    public double? AverageRError { get; init; }

    /// <summary>Days on which trades exit.</summary>
    public int? TradeDays { get; init; }

    /// <summary>Trades with R above 0.</summary>
    public int? Wins { get; init; }

    /// <summary>Trades with R below 0.</summary>
    public int? Losses { get; init; }

    /// <summary>Wins / trades.</summary>
    public double? WinRate { get; init; }

    /// <summary>Sum of winning R / |sum of losing R|.</summary>
    public double? ProfitFactor { get; init; }

    /// <summary>Mean winning R / |mean losing R|.</summary>
    public double? PayoffRatio { get; init; }

    /// <summary>Most losses in a row.</summary>
    public int? LongestLosingRun { get; init; }

    /// <summary>Mean MAE, R.</summary>
    public double? AverageMaeR { get; init; }

    /// <summary>Mean MFE, R.</summary>
    public double? AverageMfeR { get; init; }

    /// <summary>Maximum drawdown: the largest fall of cumulated R from its peak (which starts at 0).</summary>
    public double? MaxDrawdownR { get; init; }

    /// <summary>Maximum drawdown: the largest fall of equity from its peak, percent, on closed trades.</summary>
    public double? MaxDrawdownPct { get; init; }

    /// <summary>Profit or loss, account currency.</summary>
    public double? Pnl { get; init; }

    /// <summary>All costs, account currency.</summary>
    public double? Costs { get; init; }

    /// <summary>Half spreads of all fills, account currency.</summary>
    public double? CostSpread { get; init; }

    /// <summary>Slippage of all fills, account currency.</summary>
    public double? CostSlippage { get; init; }

    /// <summary>Commissions, account currency.</summary>
    public double? CostCommission { get; init; }

    /// <summary>Costs / sum of |pnl + costs|.</summary>
    public double? CostShare { get; init; }

    /// <summary>Starting equity + PnL, account currency.</summary>
    public double? Equity { get; init; }

    /// <summary>Sharpe ratio of daily realised PnL / equity at the day's start, annualised by 252.</summary>
    public double? Sharpe { get; init; }

    /// <summary>Sortino ratio of the same, target 0.</summary>
    public double? Sortino { get; init; }

    /// <summary>System quality number: sqrt(n) * mean R / sample deviation of R (Van Tharp).</summary>
    public double? Sqn { get; init; }

    /// <summary>Union of [entry, exit) / (distinct traded bar times * interval).</summary>
    public double? Exposure { get; init; }

    /// <summary>Mean R of a trading day, days without trades included.</summary>
    public double? MeanDayR { get; init; }

    /// <summary>Sample deviation of the R of trading days.</summary>
    public double? DayDeviationR { get; init; }

    /// <summary>Names of all metrics, as properties have them; <see cref="Value"/> also takes them as sweep files do (<c>total_r</c>).</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>The property that a name means, in any case and with or without underscores; <c>mean_r</c> is <see cref="AverageR"/>. Null: none.</summary>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Replace("_", "", StringComparison.Ordinal);
        if (plain.Equals("meanr", StringComparison.OrdinalIgnoreCase)) plain = nameof(AverageR);
        return ByName.TryGetValue(plain, out var property) ? property.Name : null;
    }

    /// <summary>A metric by its name.</summary>
    /// <param name="name">As <see cref="Find"/> takes it.</param>
    /// <returns>Null where it is not defined.</returns>
    /// <exception cref="AxflException">There is no such metric (<c>MetricUnknown</c>).</exception>
    public double? Value(string name) => Find(name) is { } found
        ? ByName[found].GetValue(this) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null
        : throw new AxflException("MetricUnknown", ErrorKind.Configuration, $"There is no metric '{name}'.{Suggestion.Ask(name, Names)}")
        {
            Target = name, RecommendedAction = $"Metrics are {string.Join(", ", Names)}.",
        };
}
