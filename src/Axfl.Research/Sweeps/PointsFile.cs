using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using CsvHelper;

namespace Axfl.Research.Sweeps;

/// <summary>A file of points: a header of axis names, then a line a trial, separated by commas.</summary>
/// <param name="path">Path, absolute.</param>
/// <param name="axes">Axes of the sweep file; none: those of the header.</param>
/// <param name="profile">The profile.</param>
/// <param name="log">Where problems go.</param>
internal sealed class PointsFile(string path, IReadOnlyList<Axis> axes, string profile, ProblemLog log)
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false };

    /// <summary>The axes, their values in the order of the file, and the points.</summary>
    /// <param name="mentioned">Where the sweep file names it.</param>
    public (IReadOnlyList<Axis> Axes, IReadOnlyList<AxisValue[]> Points) Read(SourceLocation mentioned)
    {
        if (!File.Exists(path))
        {
            log.Error(mentioned, "sweep.points", $"the file '{path}' does not exist.");
            return (axes, []);
        }

        var lines = SweepFile.ReadText(path).ReplaceLineEndings("\n").Split('\n');
        var names = Fields(lines[0]).Select(n => AxisReader.Bare(n.Trim(), profile)).ToArray();
        if (!CheckHeader(names)) return (axes, []);
        var points = new List<AxisValue[]>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var fields = Fields(lines[i]);
            if (fields.Length != names.Length) log.Error(new SourceLocation(path, i + 1, 1), "", $"has {fields.Length} fields; the header has {names.Length}.");
            else if (points.Count == TrialPoints.Most) log.Error(new SourceLocation(path, i + 1, 1), "", $"is more than {TrialPoints.Most} points.");
            else points.Add(Point(names, fields, i + 1));
        }

        if (points.Count == 0) log.Error(new SourceLocation(path, 1, 1), "", "has no point: below the header each line is a trial.");
        return (AxesOf(names, points), points);
    }

    private static string[] Fields(string line)
    {
        using var csv = CsvReader.FromText(line, Options);
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
    }

    private bool CheckHeader(string[] names)
    {
        var header = new SourceLocation(path, 1, 1);
        var isGood = names.Length > 0;
        if (!isGood) log.Error(header, "", "is empty: its first line has the names of the axes.");
        for (var i = 0; i < names.Length; i++) isGood &= !AxisReader.Refuse(names[i], header, names[..i], log);
        var named = axes.Select(a => a.Name).ToArray();
        foreach (var missing in named.Except(names))
        {
            isGood = false;
            log.Error(header, "", $"has no column '{missing}', an axis of the sweep file.");
        }

        foreach (var more in named.Length == 0 ? [] : names.Except(named))
        {
            isGood = false;
            log.Error(header, "", $"the column '{more}' is not an axis of the sweep file.{Suggestion.Ask(more, named)}");
        }

        return isGood;
    }

    private AxisValue[] Point(string[] names, string[] fields, int line)
    {
        var point = new AxisValue[names.Length];
        for (var i = 0; i < point.Length; i++)
        {
            var location = new SourceLocation(path, line, i + 1);
            // YAML counts lines from 1 within the field; the field is what is meant.
            var node = YamlTree.ParseArgument(fields[i], location, log) ?? new ScalarNode(location, "", true);
            point[i] = AxisValue.Of(names[i], node with { Location = location }, 0, log);
        }

        return point;
    }

    // An axis has the values that occur, numbers by size.
    private static Axis[] AxesOf(string[] names, List<AxisValue[]> points) =>
    [
        .. names.Select((name, i) => new ListedAxis(name, points.Count > 0 ? points[0][i].Location : default,
        [
            .. points.Select(p => p[i]).DistinctBy(v => v.Json).OrderBy(v => v.Value is double d ? d : double.PositiveInfinity),
        ])),
    ];
}
