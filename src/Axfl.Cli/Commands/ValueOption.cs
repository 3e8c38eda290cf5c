using System.CommandLine;
using System.CommandLine.Parsing;
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
        EventTime.TryParseWritten(text, out _)
            ? null
            : $"{name} '{text}' is not a time from 1970 to 2199: write 2025-10-15, 2025-10-15T07:00Z or 2025-10-15T09:00+02:00 (UTC unless it has an offset).");

    /// <summary>A number that is not negative.</summary>
    public static Option<string?> Number(string name, string helpName, string description) => Create(name, helpName, description, text =>
        TryNumber(text, out _) ? null : $"{name} must be a number of 0 or more, not '{text}'.");

    /// <summary>A number not below a least one.</summary>
    public static Option<string?> Number(string name, string helpName, string description, double least) => Create(name, helpName, description, text =>
        TryNumber(text, out var number) && number >= least
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} must be a number of {least} or more, not '{text}'."));

    /// <summary>A whole number in a range.</summary>
    public static Option<string?> Whole(string name, string description, int least, int most) => Create(name, "N", description, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {least} to {most}, not '{text}'."));

    /// <summary>A port, 0 to 65535.</summary>
    public static Option<string?> Port(string name, string description) => Create(name, "PORT", description, text =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"{name} must be a port, 0 to 65535, not '{text}'.");

    /// <summary>The length of a bar.</summary>
    public static Option<string?> Interval(string name, string description)
    {
        var option = Create(name, "INTERVAL", description, text =>
            Contracts.Interval.TryParse(text, out _) ? null : $"{name} '{text}' is not an interval: write {string.Join(", ", Contracts.Interval.Names)}.");
        option.CompletionSources.Add([.. Contracts.Interval.Names]);
        return option;
    }

    /// <summary>Address of a server. It may have a key in it, so that no message repeats it.</summary>
    public static Option<string?> Address(string name, string description) => Create(name, "ADDRESS", description, text =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss" or "http" or "https"
            ? null
            : $"{name} is not an address: write ws://host:port, wss://, http:// or https://.");

    /// <summary>Whether a key may go over a connection that is not encrypted.</summary>
    public static Option<bool> AllowPlain(string prefix = "") =>
        new("--allow-plain") { Description = prefix + "Allow plain ws or http to another machine than this; the API key then crosses the network in clear text." };

    /// <summary>The text given, or null; for validators, which may not ask for the value of an option that is wrong itself.</summary>
    public static string? TextOf(this CommandResult result, Option option) =>
        result.GetResult(option) is { Implicit: false, Tokens.Count: 1 } given ? given.Tokens[0].Value : null;

    /// <summary>The time given, or null.</summary>
    public static DateTime? TimeOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && EventTime.TryParseWritten(text, out var time) ? time : null;

    /// <summary>The number given, or null.</summary>
    public static double? NumberOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && TryNumber(text, out var number) ? number : null;

    /// <summary>The whole number given, or null.</summary>
    public static int? WholeOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The interval given, or null.</summary>
    public static Interval? IntervalOf(this ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text && Contracts.Interval.TryParse(text, out var interval) ? interval : null;

    /// <summary>The number given as seconds, or null.</summary>
    public static TimeSpan? SecondsOf(this ParseResult result, Option<string?> option) =>
        result.NumberOf(option) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null;

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
