using System.Text;
using System.Text.RegularExpressions;
using Axfl.Data.Disk;

namespace Axfl.Reports.Page;

/// <summary>How a page begins and ends: by that a report is known again.</summary>
internal static class PageFrame
{
    private const string Start = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"";
    private const string AfterPolicy = "\">\n";
    private const string AfterMarker = "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>";
    private const string Last = "</script>\n</body>\n</html>\n";

    // No head is longer: a marker has the name of a run or sweep.
    private const int HeadBytes = 16 * 1024;

    /// <summary>Writes the beginning, up to the body.</summary>
    /// <param name="html">The page.</param>
    /// <param name="assets">Its style and script.</param>
    /// <param name="marker">The element that says whose report it is.</param>
    /// <param name="title">Its title.</param>
    public static void Begin(Html html, PageAssets assets, string marker, string title) => html.Raw(Start).Raw(assets.Policy).Raw(AfterPolicy).Raw(marker).Raw(AfterMarker)
        .Text(title).Raw("</title>\n<style>").Raw(assets.Style).Raw("</style>\n</head>\n<body>\n");

    /// <summary>Writes the end, from the script on.</summary>
    public static void End(Html html, PageAssets assets) => html.Raw("<script>").Raw(assets.Script).Raw(Last);

    /// <summary>Whether a file begins and ends as such a page does: with the style and script of whatever version.</summary>
    /// <param name="path">The file.</param>
    /// <param name="marker">The element that says whose report it is.</param>
    public static bool IsOf(string path, string marker) => InputErrors.Guard(path, () =>
    {
        using var stream = RegularFile.Open(path);
        return Head(marker).IsMatch(Text(stream, 0, HeadBytes)) && Text(stream, Math.Max(0, stream.Length - Last.Length), Last.Length) == Last;
    });

    private static Regex Head(string marker) => new(
        "^" + Regex.Escape(Start) + PageAssets.AnyPolicy + Regex.Escape(AfterPolicy + marker + AfterMarker), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static string Text(FileStream stream, long from, int most)
    {
        var bytes = new byte[most];
        stream.Position = from;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false)));
    }
}
