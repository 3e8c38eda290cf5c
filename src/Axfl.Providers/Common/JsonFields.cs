using System.Globalization;
using System.Text.Json;

namespace Axfl.Providers.Common;

/// <summary>Members of JSON answers read without throwing: what is not as expected is as if it were absent.</summary>
internal static class JsonFields
{
    /// <summary>A member of an object; undefined when there is none, or the element is no object.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A member as text; null when it is not a string.</summary>
    public static string? MaybeText(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>A number, or a text that is one; NaN when it is neither.</summary>
    public static double MaybeNumber(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var value) && double.IsFinite(value) => value,
        JsonValueKind.String when double.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) => value,
        _ => double.NaN,
    };

    /// <summary>A member as a number; NaN when it is absent or none.</summary>
    public static double MaybeNumber(this JsonElement element, string name) => element.Member(name).MaybeNumber();

    /// <summary>A member as a whole number; null when it is absent, none, or too large to be exact.</summary>
    public static long? MaybeWhole(this JsonElement element, string name) => element.MaybeNumber(name) is var value && Math.Abs(value) < 9e15 ? (long)value : null;
}
