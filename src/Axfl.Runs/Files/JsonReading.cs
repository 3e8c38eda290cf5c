using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Members of JSON objects by name.</summary>
internal static class JsonReading
{
    /// <summary>Whether an exception says that JSON is not what it must be: broken, a member missing or twice, a value of another kind or out of range.</summary>
    public static bool IsDamage(Exception e) => e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or OverflowException;

    public static string Text(this JsonElement e, string name) => e.GetProperty(name).GetString() ?? "";

    public static string? TextOrNull(this JsonElement e, string name) =>
        e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    public static double Number(this JsonElement e, string name) => Finite(e.GetProperty(name), name);

    public static double? NumberOrNull(this JsonElement e, string name) =>
        e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? Finite(v, name) : null;

    // 1e400 is JSON, and no number that can be computed with.
    private static double Finite(JsonElement value, string name) =>
        value.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException($"'{name}' is no number within range");

    public static long CountOrZero(this JsonElement e, string name) =>
        e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt64() : 0;

    public static DateTime Time(this JsonElement e, string name) => TimeOrNull(e, name) ?? throw new FormatException($"'{name}' is no time");

    public static DateTime? TimeOrNull(this JsonElement e, string name) =>
        EventTime.TryParseIso(e.TextOrNull(name), out var time) ? EventTime.ToDateTime(time) : null;

    public static T[] Items<T>(this JsonElement e, string name, Func<JsonElement, T> read) =>
        e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Array ? [.. v.EnumerateArray().Select(read)] : [];

    public static T[] Members<T>(this JsonElement e, string name, Func<string, JsonElement, T> read) =>
        e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Object ? [.. v.EnumerateObject().Select(p => read(p.Name, p.Value))] : [];
}
