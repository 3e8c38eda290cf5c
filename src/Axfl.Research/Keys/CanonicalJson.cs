using System.Globalization;
using System.Text;

namespace Axfl.Research.Keys;

/// <summary>JSON of which there is one text for each value: no spaces, members sorted by name, numbers and texts as ECMAScript writes them.</summary>
/// <remarks>Source: RFC 8785, JSON Canonicalization Scheme.</remarks>
internal static class CanonicalJson
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">null, a boolean, a number, a text, a list (any enumerable) or a map (pairs of text and value) of these.</param>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    /// <summary>An object of members whose values are canonical JSON already.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, string>> members) =>
        "{" + string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Write(m.Key) + ":" + m.Value)) + "}";

    /// <summary>A number as ECMAScript writes it: the shortest digits that read as the same number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");
        if (value == 0) return "0";
        var (digits, exponent) = Parts(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        return (value < 0 ? "-" : "") + Places(digits, exponent);
    }

    // Digits without leading and trailing zeros, and the place of the point after the first of them.
    private static (string Digits, int Exponent) Parts(string round)
    {
        var mark = round.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? round : round[..mark];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        var exponent = mark < 0 ? Magnitude(mantissa) : int.Parse(round.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits, exponent);
    }

    private static int Magnitude(string mantissa)
    {
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        if (whole != "0") return whole.Length - 1;
        var zeros = 0;
        while (mantissa[point + 1 + zeros] == '0') zeros++;
        return -zeros - 1;
    }

    private static string Places(string digits, int exponent)
    {
        if (exponent is >= 21 or < -6) return Scientific(digits, exponent);
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? digits + new string('0', exponent + 1 - digits.Length) : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string Scientific(string digits, int exponent) =>
        (digits.Length == 1 ? digits : digits[..1] + "." + digits[1..]) + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case string s:
                Text(s, text);
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                Map(map, text);
                break;
            case System.Collections.IEnumerable list:
                List(list, text);
                break;
            default:
                text.Append(Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static void List(System.Collections.IEnumerable list, StringBuilder text)
    {
        var before = '[';
        foreach (var item in list)
        {
            text.Append(before);
            Write(item, text);
            before = ',';
        }

        text.Append(before == '[' ? "[]" : "]");
    }

    private static void Map(IEnumerable<KeyValuePair<string, object?>> map, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        // By UTF-16 code units, as the RFC says.
        foreach (var (name, value) in map.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (!first) text.Append(',');
            first = false;
            Text(name, text);
            text.Append(':');
            Write(value, text);
        }

        text.Append('}');
    }

    private static void Text(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
