using System.Text.Json;

namespace Axfl.Research.Measures;

/// <summary>The axes of a sweep by the values its trials have on them.</summary>
/// <param name="Names">Keys of the axes, in order.</param>
/// <param name="IsNumber">Whether all values of an axis are numbers: such an axis has ends.</param>
/// <param name="Places">Of each trial, on each axis, the rank of its value among the distinct ones: numbers by size, others in the order in which they first occur.</param>
internal sealed record SweepAxes(IReadOnlyList<string> Names, IReadOnlyList<bool> IsNumber, int[][] Places)
{
    /// <summary>Of the parameters of trials, in their order.</summary>
    public static SweepAxes Of(IReadOnlyList<IReadOnlyDictionary<string, object?>> trials)
    {
        string[] names = [.. trials.SelectMany(static t => t.Keys).Distinct(StringComparer.Ordinal)];
        var places = Array.ConvertAll(new int[trials.Count][], _ => new int[names.Length]);
        var isNumber = new bool[names.Length];
        for (var axis = 0; axis < names.Length; axis++)
        {
            var values = trials.Select(t => t.GetValueOrDefault(names[axis])).ToArray();
            isNumber[axis] = values.All(static v => v is double);
            var ranks = Ranks(isNumber[axis] ? values.Distinct().Order() : values.Distinct());
            for (var trial = 0; trial < values.Length; trial++) places[trial][axis] = ranks[values[trial] ?? DBNull.Value];
        }

        return new(names, isNumber, places);
    }

    /// <summary>Stored parameters: numbers, texts, booleans and null as such, lists and tables as JSON; in their order.</summary>
    public static IReadOnlyDictionary<string, object?> Parameters(string json)
    {
        using var document = JsonDocument.Parse(json);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            parameters.Add(member.Name, member.Value.ValueKind switch
            {
                JsonValueKind.Number => member.Value.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException($"{member.Name} is not finite"),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => null,
                JsonValueKind.String => member.Value.GetString(),
                _ => member.Value.GetRawText(),
            });
        }

        return parameters;
    }

    private static Dictionary<object, int> Ranks(IEnumerable<object?> values)
    {
        var ranks = new Dictionary<object, int>();
        foreach (var value in values) ranks.Add(value ?? DBNull.Value, ranks.Count);
        return ranks;
    }
}
