using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Axfl.Reports.Page;

/// <summary>Style and script of the page, as they stand in it.</summary>
/// <param name="Style">Text of the style element.</param>
/// <param name="Script">Text of the script element.</param>
internal sealed record PageAssets(string Style, string Script)
{
    /// <summary>Those of the report of a run.</summary>
    public static PageAssets Embedded { get; } = Of(["page.css"], ["compute.js", "charts.js", "page.js"]);

    /// <summary>Those of the report of a sweep.</summary>
    public static PageAssets Sweep { get; } = Of(["page.css", "sweep.css"], ["compute.js", "charts.js", "sweep.js"]);

    /// <summary>What lets them, and nothing else, act in the page.</summary>
    public string Policy => PolicyOf(Hash(Script), Hash(Style));

    /// <summary>That of whatever style and script, as a regular expression.</summary>
    public static string AnyPolicy { get; } = Regex.Escape(PolicyOf("SCRIPT", "STYLE")).Replace("SCRIPT", AnyHash, StringComparison.Ordinal).Replace("STYLE", AnyHash, StringComparison.Ordinal);

    private const string AnyHash = "sha256-[A-Za-z0-9+/]{43}=";

    private static string PolicyOf(string script, string style) => $"default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static PageAssets Of(string[] styles, string[] scripts) => new(Joined(styles), Joined(scripts));

    private static string Joined(string[] names) => string.Join('\n', names.Select(Text));

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
