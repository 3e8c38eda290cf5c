using Axfl.Dashboard.Follow;

namespace Axfl.Dashboard.Api;

/// <summary>Small objects of JSON.</summary>
internal static class Words
{
    /// <summary>The files of a run are others than those of which a part was told: the page begins anew.</summary>
    public static byte[] Changed { get; } = End("changed", null);

    /// <summary>A run is over.</summary>
    public static byte[] End(string state, string? error) => EventJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("state", state);
        json.WriteString("error", error);
        json.WriteEndObject();
    });

    /// <summary>Why there is no answer.</summary>
    public static byte[] Error(string words) => EventJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", words);
        json.WriteEndObject();
    });
}
