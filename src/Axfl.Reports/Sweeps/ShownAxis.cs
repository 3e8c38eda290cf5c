using System.Globalization;
using System.Text.Json;

namespace Axfl.Reports.Sweeps;

/// <summary>An axis as the page shows it.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Label">The shortest end of the key that no other axis has.</param>
/// <param name="Values">Its values in order, as text.</param>
internal sealed record ShownAxis(string Name, string Label, IReadOnlyList<string> Values)
{
    private const int Most = 24, Groups = 12;

    /// <summary>Number of groups of values that a row or column of a map is of: up to 24 values one each, of more 12 with about as many values each.</summary>
    public int Bins => Values.Count <= Most ? Values.Count : Groups;

    /// <summary>The group of a value.</summary>
    /// <param name="place">Its place among the values.</param>
    public int Bin(int place) => Values.Count <= Most ? place : (int)((long)place * Groups / Values.Count);

    /// <summary>The groups as text.</summary>
    public IReadOnlyList<string> BinLabels => Values.Count <= Most ? Values : [.. Values.Select((v, i) => (Value: v, Bin: Bin(i))).GroupBy(static v => v.Bin).Select(static g => $"{g.First().Value} to {g.Last().Value}")];

    /// <summary>The axes of some parameters.</summary>
    /// <param name="names">Keys, in order.</param>
    /// <param name="places">Of each trial, its place on each.</param>
    /// <param name="parameters">Values of each trial.</param>
    public static IReadOnlyList<ShownAxis> Of(IReadOnlyList<string> names, int[][] places, IReadOnlyList<IReadOnlyDictionary<string, object?>> parameters) =>
    [
        .. names.Select((name, axis) => new ShownAxis(
            name, LabelOf(name, names),
            [.. parameters.Select((p, i) => (Place: places[i][axis], Value: p.GetValueOrDefault(name))).DistinctBy(static v => v.Place).OrderBy(static v => v.Place).Select(static v => Text(v.Value))])),
    ];

    /// <summary>A value as text.</summary>
    public static string Text(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        JsonElement { ValueKind: not JsonValueKind.String } e => e.GetRawText(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The shortest end of a key that no other of these keys has.</summary>
    public static string LabelOf(string name, IReadOnlyList<string> names)
    {
        for (var at = name.LastIndexOf('.'); at > 0; at = name.LastIndexOf('.', at - 1))
            if (names.Count(n => n == name[(at + 1)..] || n.EndsWith(name[at..], StringComparison.Ordinal)) == 1) return name[(at + 1)..];
        return name;
    }
}
