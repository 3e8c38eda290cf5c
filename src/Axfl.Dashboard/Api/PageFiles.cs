using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Api;

/// <summary>The files of the page: a fixed list, inside the assembly.</summary>
internal static class PageFiles
{
    private static readonly Dictionary<string, Response> Files = new(StringComparer.Ordinal)
    {
        ["live.html"] = Load("live.html", "text/html; charset=utf-8"),
        ["page.css"] = Load("page.css", "text/css; charset=utf-8"),
        ["live.css"] = Load("live.css", "text/css; charset=utf-8"),
        ["compute.js"] = Load("compute.js", "text/javascript; charset=utf-8"),
        ["charts.js"] = Load("charts.js", "text/javascript; charset=utf-8"),
        ["live.js"] = Load("live.js", "text/javascript; charset=utf-8"),
    };

    /// <summary>A file; null: there is none of this name.</summary>
    public static Response? Find(string name) => Files.GetValueOrDefault(name);

    private static Response Load(string name, string type)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Response(200, type, bytes);
    }
}
