using System.Globalization;

namespace Axfl.Configuration.Yaml;

/// <summary>Nodes as text on one line, and as plain values.</summary>
public static class NodeText
{
    /// <summary>YAML on one line that reads as an equal node.</summary>
    public static string Flow(Node node) => node switch
    {
        ScalarNode { Plain: true } s when IsWord(s.Text) => s.Text,
        ScalarNode { IsNull: true } => "null",
        ScalarNode s => YamlText.Quote(s.Text),
        ListNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        _ => $"{{{string.Join(", ", ((MapNode)node).Entries.Select(e => $"{YamlText.Key(e.Key)}: {Flow(e.Value)}"))}}}",
    };

    /// <summary>null, <see cref="bool"/>, <see cref="double"/>, <see cref="string"/>, a list or a map of these; entries of a map in file order.</summary>
    public static object? Value(Node node) => node switch
    {
        ScalarNode { IsNull: true } => null,
        ScalarNode { Plain: true, Text: "true" or "True" or "TRUE" } => true,
        ScalarNode { Plain: true, Text: "false" or "False" or "FALSE" } => false,
        ScalarNode { Plain: true } s when Scalars.TryNumber(s.Text, out var number) => number,
        ScalarNode s => s.Text,
        ListNode list => list.Items.Select(Value).ToArray(),
        _ => ((MapNode)node).Entries.Select(e => KeyValuePair.Create(e.Key, Value(e.Value))).ToArray(),
    };

    /// <summary>A number as YAML: the shortest text that reads as the same number.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A plain word stays plain: true, 3, 07:00, worst. What has a meaning within brackets is quoted.
    private static bool IsWord(string text) => Scalars.TryNumber(text, out _)
        || (text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text[^1] != ':' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '+' or '/' or ':'));
}
