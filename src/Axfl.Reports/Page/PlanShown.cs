using System.Text.RegularExpressions;

namespace Axfl.Reports.Page;

/// <summary>A plan for others to see: places of files are shown by their last folder.</summary>
internal static partial class PlanShown
{
    /// <summary>Text of plan.yaml without the folders of this machine.</summary>
    public static string Of(string plan) => Places().Replace(plan.ReplaceLineEndings("\n"), static line => line.Groups[1].Value + Quoted().Replace(line.Groups[2].Value, Last));

    private static string Last(Match path)
    {
        var text = path.Groups[1].Value;
        var symbol = SymbolOf().Match(text);
        var name = text[symbol.Length..].TrimEnd('/', '\\');
        return $"\"{symbol.Value}{name[(name.LastIndexOfAny(['/', '\\']) + 1)..]}\"";
    }

    [GeneratedRegex("^( *data_dir: *)(.*(?:\n +- .*)*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Places();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Za-z0-9_.]+=", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolOf();
}
