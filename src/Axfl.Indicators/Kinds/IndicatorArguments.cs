using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Indicators.Kinds;

/// <summary>Reads the value of a parameter: numbers, words and times as a shell or a strategy writes them.</summary>
internal static class IndicatorArguments
{
    /// <summary>A value as a type.</summary>
    /// <exception cref="AxflException">It is none (<c>IndicatorParameterInvalid</c>).</exception>
    public static object? Read(string indicator, string parameter, object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type);
        if (value is null)
            return plain is not null ? null : throw Invalid(indicator, parameter, value, type);
        return Parse(value, plain ?? type) ?? throw Invalid(indicator, parameter, value, plain ?? type);
    }

    /// <summary>What a type is called.</summary>
    public static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } => "choice",
        var t when t == typeof(int) => "integer",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(DateTime) => "date",
        _ => "number",
    };

    private static object? Parse(object value, Type type)
    {
        if (type.IsEnum) return Choice(value, type);
        if (type == typeof(bool)) return value is bool truth ? truth : value is string word && bool.TryParse(word, out var parsed) ? parsed : null;
        if (type == typeof(DateTime)) return Time(value);
        if (Number(value) is not { } number) return null;
        if (type == typeof(int)) return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;
        if (type == typeof(decimal)) return Math.Abs(number) < 1e28 ? (decimal)number : null;
        return number;
    }

    private static object? Choice(object value, Type type)
    {
        var word = value as string ?? (Number(value) is { } number && number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : value.ToString() ?? "");
        if (Enum.GetNames(type).FirstOrDefault(n => IndicatorNames.Same.Equals(n, word)) is { } name) return Enum.Parse(type, name);
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) && Enum.IsDefined(type, i) ? Enum.ToObject(type, i) : null;
    }

    private static object? Time(object value) => value switch
    {
        DateTime time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc),
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => null,
    };

    private static double? Number(object value)
    {
        double? number = value switch
        {
            double or float or decimal or int or long or short or byte or sbyte or uint or ulong or ushort => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return number is { } finite && double.IsFinite(finite) ? finite : null;
    }

    private static AxflException Invalid(string indicator, string parameter, object? value, Type type) => IndicatorErrors.Parameter(
        indicator, $"{parameter} is '{Convert.ToString(value, CultureInfo.InvariantCulture)}'; give {Wanted(type)}.");

    private static string Wanted(Type type) => NameOf(type) switch
    {
        "choice" => "one of " + string.Join(", ", Enum.GetNames(Nullable.GetUnderlyingType(type) ?? type)),
        "integer" => "a whole number",
        "boolean" => "true or false",
        "date" => "a time (ISO-8601; without a zone it is UTC)",
        _ => "a number",
    };
}
