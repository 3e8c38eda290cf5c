using System.Text.Json;
using Axfl.FakeHost;

namespace Axfl.Testing;

/// <summary>The HTTP answers of tests/data/frames/rest.</summary>
internal static class RestFrames
{
    public static RestReply Reply(string path)
    {
        var response = FrameFiles.Json("rest/" + path).GetProperty("response");
        var body = response.TryGetProperty("body", out var json) ? json.GetRawText() : response.GetProperty("bodyText").GetString()!;
        var headers = response.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetString()!);
        return new RestReply(response.GetProperty("status").GetInt32(), body) { Headers = headers };
    }

    public static JsonElement Expected(string path) => FrameFiles.Json("rest/" + path).GetProperty("expect");
}
