using System.Text;
using System.Text.Json;

namespace Axfl.Testing;

/// <summary>The sample frames of tests/data/frames.</summary>
internal static class FrameFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "data", "frames");

    public static byte[] Frame(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    public static JsonElement Json(string path) => JsonDocument.Parse(Frame(path)).RootElement;

    public static IReadOnlyList<byte[]> All(string provider) =>
        [.. Directory.GetFiles(Path.Combine(Root, provider)).Order(StringComparer.Ordinal).SelectMany(Messages)];

    public static IReadOnlyList<byte[]> Lines(string path) => [.. Encoding.UTF8.GetString(Frame(path)).Split('\n').Select(Encoding.UTF8.GetBytes)];

    private static IEnumerable<byte[]> Messages(string file)
    {
        if (file.EndsWith(".ndjson", StringComparison.Ordinal)) return Lines(file);
        var bytes = File.ReadAllBytes(file);
        var json = JsonDocument.Parse(bytes).RootElement;
        return json.TryGetProperty("cases", out var cases) && cases[0].TryGetProperty("raw", out _)
            ? cases.EnumerateArray().Select(c => Encoding.UTF8.GetBytes(c.GetProperty("raw").GetString()!))
            : [bytes];
    }
}
