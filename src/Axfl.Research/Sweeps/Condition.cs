using System.Text.RegularExpressions;
using Axfl.Configuration.Yaml;

namespace Axfl.Research.Sweeps;

/// <summary>A condition that a point must meet: two keys of the plan, or a key and a number.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Left">Key or number.</param>
/// <param name="Operator"><c>&lt; &lt;= &gt; &gt;= == !=</c>.</param>
/// <param name="Right">Key or number.</param>
/// <param name="Location">Where it is written.</param>
internal sealed partial record Condition(string Text, string Left, string Operator, string Right, SourceLocation Location)
{
    /// <summary>Reads one; what is wrong is logged, and the result is null.</summary>
    public static Condition? Read(Node node, string key, string profile, ProblemLog log)
    {
        if (Scalars.Text(node, key, "a condition such as risk.max_open_positions < 3", log) is not { } text) return null;
        var match = Form().Match(text);
        var left = Bare(match.Groups[1].Value, profile);
        var right = Bare(match.Groups[3].Value, profile);
        if (match.Success && !(IsNumber(left) && IsNumber(right))) return new Condition(text.Trim(), left, match.Groups[2].Value, right, node.Location);
        log.Error(node.Location, key, $"'{Scalars.Cut(text)}' is not a condition: write two keys, or a key and a number, with one of < <= > >= == != between them.");
        return null;
    }

    /// <summary>Whether it holds of two numbers; a number that is none (a limit that is off) meets no condition but !=.</summary>
    public bool Holds(double left, double right) => Operator switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        "==" => left == right,
        _ => left != right,
    };

    private static bool IsNumber(string text) => Scalars.TryNumber(text, out _);

    private static string Bare(string key, string profile) =>
        key.StartsWith(profile + ".", StringComparison.Ordinal) ? key[(profile.Length + 1)..] : key;

    [GeneratedRegex(@"^\s*([^\s<>=!]+)\s*(<=|>=|==|!=|<|>)\s*([^\s<>=!]+)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
