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

    /// <summary>The value on an axis; "-" where there is none, "null" where that is the value.</summary>
    public static string Value(IReadOnlyDictionary<string, object?> parameters, string axis) => !parameters.TryGetValue(axis, out var value) ? "-" : value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
