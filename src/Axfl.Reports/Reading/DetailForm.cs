using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Contracts;

namespace Axfl.Reports.Reading;

/// <summary>A decision's detail taken apart: its form, and the two numbers a gate compared.</summary>
/// <param name="Form">The text with <c>{0}</c> and <c>{1}</c> for numbers, <c>{t0}</c> and <c>{t1}</c> for times; empty: there is no detail.</param>
/// <param name="Value">The first number, or time in unix s; null: there is none.</param>
/// <param name="Limit">The second; null likewise.</param>
internal readonly partial record struct DetailForm(string Form, double? Value, double? Limit)
{
    /// <summary>Takes a text apart; one of another make is its own form.</summary>
    public static DetailForm Of(string detail)
    {
        if (detail.Length == 0 || detail.Contains('{', StringComparison.Ordinal)) return new(detail, null, null);
        if (Numbers().Match(detail) is { Success: true } two)
            return new($"{{0}}{two.Groups[2].Value}{{1}}{two.Groups[4].Value}", Number(two.Groups[1].Value), Number(two.Groups[3].Value));
        if (Times().Match(detail) is not { Success: true } times || !EventTime.TryParseIso(times.Groups[1].Value, out var from)) return new(detail, null, null);
        if (times.Groups[3].Length == 0) return new("{t0}" + times.Groups[2].Value, from / 1000, null);
        return EventTime.TryParseIso(times.Groups[3].Value, out var to)
            ? new($"{{t0}}{times.Groups[2].Value}{{t1}}", from / 1000, to / 1000) : new(detail, null, null);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(-?\d{1,15}(?:\.\d{1,10})?)([ A-Za-z]{0,12} (?:<=|>=|<|>) )(-?\d{1,15}(?:\.\d{1,10})?)([ A-Za-z]{0,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)( < | [A-Za-z ]{1,40})(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
