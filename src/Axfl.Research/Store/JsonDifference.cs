using System.Text.Json;

namespace Axfl.Research.Store;

/// <summary>The keys at which two documents of JSON differ.</summary>
internal static class JsonDifference
{
    /// <summary>Their paths, <c>objective.by</c>, in the order of the first, then those the second alone has.</summary>
    public static IEnumerable<string> Of(JsonElement a, JsonElement b, string path = "")
    {
        if (a.ValueKind != JsonValueKind.Object || b.ValueKind != JsonValueKind.Object)
        {
            if (a.GetRawText() != b.GetRawText()) yield return path;
            yield break;
        }

        foreach (var member in a.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!b.TryGetProperty(member.Name, out var other)) yield return at;
            else foreach (var found in Of(member.Value, other, at)) yield return found;
        }

        foreach (var member in b.EnumerateObject())
            if (!a.TryGetProperty(member.Name, out _)) yield return path.Length == 0 ? member.Name : $"{path}.{member.Name}";
    }
}
