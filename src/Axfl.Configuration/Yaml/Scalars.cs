using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Markets;

namespace Axfl.Configuration.Yaml;

/// <summary>Reads single values; what is wrong is logged with place and key, and the result is null.</summary>
internal static class Scalars
{
    /// <summary>The text of a scalar that is no null; else a problem.</summary>
    public static string? Text(Node node, string key, string wanted, ProblemLog log)
    {
        if (node is ScalarNode { IsNull: false } scalar) return scalar.Text;
        log.Error(node.Location, key, $"is {Kind(node)}; {wanted} is needed.");
        return null;
    }

    /// <summary>A finite number in a range; <paramref name="above"/> excludes the least value itself.</summary>
    public static double? Number(Node node, string key, double? min, double? max, ProblemLog log, bool above = false)
    {
        if (node is not ScalarNode { IsNull: false } scalar || !scalar.Plain || !TryNumber(scalar.Text, out var value))
        {
            var hint = node is ScalarNode { Plain: false } quoted && TryNumber(quoted.Text, out _) ? " Write it without quotes." : "";
            log.Error(node.Location, key, $"is {Kind(node)}; a number is needed.{hint}");
            return null;
        }

        return InRange(value, node, key, min, max, log, above) ? value : null;
    }

    /// <summary>A whole number in a range.</summary>
    public static int? Whole(Node node, string key, double? min, double? max, ProblemLog log)
    {
        if (Number(node, key, min ?? int.MinValue, max ?? int.MaxValue, log) is not { } value) return null;
        if (value == Math.Floor(value)) return (int)value;
        log.Error(node.Location, key, $"is {Show(value)}; a whole number is needed.");
        return null;
    }

    /// <summary>true or false.</summary>
    public static bool? Flag(Node node, string key, ProblemLog log)
    {
        if (node is ScalarNode { Plain: true } scalar)
        {
            if (scalar.Text is "true" or "True" or "TRUE") return true;
            if (scalar.Text is "false" or "False" or "FALSE") return false;
        }

        log.Error(node.Location, key, $"is {Kind(node)}; true or false is needed (without quotes).");
        return null;
    }

    /// <summary>A time of day, quoted or not.</summary>
    public static TimeOfDay? Time(Node node, string key, ProblemLog log, bool ends = true)
    {
        if (node is ScalarNode scalar && TimeOfDay.TryParse(scalar.Text, out var time))
        {
            if (ends || time.Minutes < 1440) return time;
            log.Error(node.Location, key, "is 24:00, which ends a day; a start is 00:00 to 23:59.");
            return null;
        }

        log.Error(node.Location, key, $"is {Kind(node)}; a time of day \"HH:mm\" from \"00:00\" to \"24:00\" is needed.");
        return null;
    }

    /// <summary>A date, yyyy-MM-dd, as days since 1970-01-01.</summary>
    public static int? Date(Node node, string key, ProblemLog log)
    {
        if (node is ScalarNode scalar && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        log.Error(node.Location, key, $"is {Kind(node)}; a date like 2025-12-25 is needed.");
        return null;
    }

    /// <summary>An IANA time zone.</summary>
    public static TimeZoneInfo? Zone(Node node, string key, ProblemLog log)
    {
        if (Text(node, key, "an IANA time zone like Europe/London", log) is not { } name) return null;
        if (DataZone.FindIana(name) is { } zone) return zone;
        var near = Suggestion.Ask(name, name.Length <= 64 ? TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id) : []);
        log.Error(node.Location, key, $"'{Cut(name)}' is not a valid time zone; use an IANA name such as UTC, Europe/London or America/New_York.{near}");
        return null;
    }

    /// <summary>One of a few words, as its index among them.</summary>
    public static int? Choice(Node node, string key, IReadOnlyList<string> words, ProblemLog log)
    {
        if (Text(node, key, "one of " + string.Join(", ", words), log) is not { } text) return null;
        for (var i = 0; i < words.Count; i++)
            if (string.Equals(words[i], text, StringComparison.OrdinalIgnoreCase)) return i;
        log.Error(node.Location, key, $"'{Cut(text)}' is not one of {string.Join(", ", words)}.{Suggestion.Ask(text, words)}");
        return null;
    }

    /// <summary>What a node is, for a message: <c>'abc'</c>, <c>null</c>, <c>a list</c>, <c>a map</c>.</summary>
    public static string Kind(Node node) => node switch
    {
        ScalarNode { IsNull: true } => "null",
        ScalarNode { Plain: true } s => $"'{Cut(s.Text)}'",
        ScalarNode s => $"the text \"{Cut(s.Text)}\"",
        ListNode => "a list",
        _ => "a map",
    };

    /// <summary>A number as a person writes it.</summary>
    public static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Cut(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static bool InRange(double value, Node node, string key, double? min, double? max, ProblemLog log, bool above)
    {
        if (!(value < min) && !(above && value <= min) && !(value > max)) return true;
        var low = min is { } least ? (above ? "more than " : "at least ") + Show(least) : "";
        var high = max is { } most ? "at most " + Show(most) : "";
        log.Error(node.Location, key, $"{Show(value)} is out of range: {low}{(low.Length > 0 && high.Length > 0 ? " and " : "")}{high}.");
        return false;
    }

    /// <summary>Whether a text is a finite number as YAML writes it; 100_000 is YAML 1.1's thousands separator.</summary>
    public static bool TryNumber(string text, out double value)
    {
        value = 0;
        return IsNumber(text)
            && double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    // A sign, digits and '_' with a point within, before or behind them, an exponent of up to three digits; the first of the digits is no '_'.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..]) text = text[1..];
        var isFraction = text is ['.', ..];
        if (isFraction) text = text[1..];
        if (text.IsEmpty || !char.IsAsciiDigit(text[0])) return false;
        text = BehindDigits(text);
        if (!isFraction && text is ['.', ..]) text = BehindDigits(text[1..]);
        if (text.IsEmpty) return true;
        if (text[0] is not ('e' or 'E')) return false;
        text = text[1..];
        if (text is ['+' or '-', ..]) text = text[1..];
        return text.Length is >= 1 and <= 3 && BehindDigits(text).IsEmpty && !text.Contains('_');
    }

    private static ReadOnlySpan<char> BehindDigits(ReadOnlySpan<char> text)
    {
        while (text is [(>= '0' and <= '9') or '_', ..]) text = text[1..];
        return text;
    }
}
