using System.CommandLine;
using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>Options that are a number or a time. They are kept as text and read here.</summary>
/// <remarks>An Option of a value type is a generic type of another assembly over a struct, which no ahead-of-time compilation covers: dozens of methods to
/// compile at each start.</remarks>
internal static class ValueOption
{
    /// <summary>A time in ISO-8601, UTC unless it has an offset.</summary>
    public static Option<string?> Time(string name, string description) => Create(name, "TIME", description, text =>
        EventTime.TryParseIso(text, out _)
            ? null
            : $"{name} '{text}' is no time: write 2025-10-15, 2025-10-15T07:00Z or 2025-10-15T09:00+02:00 (UTC unless it has an offset).");

    /// <summary>A number that is not negative.</summary>
    public static Option<string?> Number(string name, string helpName, string description) => Create(name, helpName, description, text =>
        TryNumber(text, out _) ? null : $"{name} must be a number not below 0; '{text}' is none.");

    /// <summary>The time given, or null.</summary>
    public static DateTime? TimeOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : null;

    /// <summary>The number given, or null.</summary>
    public static double? NumberOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && TryNumber(text, out var number) ? number : null;

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number >= 0 && double.IsFinite(number);

    private static Option<string?> Create(string name, string helpName, string description, Func<string, string?> fault)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && fault(result.Tokens[0].Value) is { } message) result.AddError(message);
        });
        return option;
    }
}
