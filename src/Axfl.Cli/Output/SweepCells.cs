using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>Cells that tables of sweeps have in common.</summary>
internal static class SweepCells
{
    /// <summary>The axes of trials, in the order in which they come.</summary>
    public static string[] Axes(IEnumerable<SweepTrial> trials) => [.. trials.SelectMany(static t => t.Parameters.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Short name of an axis: the last word of its key, or as much of it as tells it from the others.</summary>
    public static string Name(string axis, IReadOnlyCollection<string> axes)
    {
        var path = axis.Split('.');
        for (var words = 1; words < path.Length; words++)
        {
            var name = string.Join('.', path[^words..]);
            if (axes.Count(a => a == name || a.EndsWith("." + name, StringComparison.Ordinal)) == 1) return name;
        }

        return axis;
    }

    /// <summary>Headings of the columns that every table of trials has: a column an axis, and what came of it.</summary>
    public static string[] Headings(IReadOnlyCollection<string> axes) =>
        [.. axes.Select(a => ">" + Name(a, axes)), ">trades", ">R", ">" + SweepFigureNames.MeanTradeR, ">drawdown R", ">cost share"];

    /// <summary>The cells below them.</summary>
    public static string[] Of(SweepTrial trial, IEnumerable<string> axes) =>
    [
        .. axes.Select(a => Value(trial.Parameters, a)), trial.Trades is { } trades ? Numbers.Count(trades) : "-", Numbers.R(trial.TotalR), Numbers.Fine(trial.AverageR),
        Drawdown(trial.MaxDrawdownR), Numbers.Share(trial.CostShare),
    ];

    /// <summary>The number of a trial, as <c>--trial</c> takes it.</summary>
    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A maximum drawdown, which has no sign: <c>4.20R</c>.</summary>
    public static string Drawdown(double? r) => Numbers.R(r).TrimStart('+');

    /// <summary>Days until PSR(0) is 0.95, rounded up to whole ones.</summary>
    public static string MinDays(double? days) => days is { } d ? Numbers.Count((long)Math.Ceiling(d)) : "-";

    /// <summary>The value on an axis; "-" where there is none, "null" where that is the value.</summary>
    public static string Value(IReadOnlyDictionary<string, object?> parameters, string axis) => !parameters.TryGetValue(axis, out var value) ? "-" : value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
