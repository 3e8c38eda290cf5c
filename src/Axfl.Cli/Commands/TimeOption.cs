using System.CommandLine;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>Options that are a time, UTC unless they say otherwise.</summary>
internal static class TimeOption
{
    /// <summary>An option that reads ISO-8601.</summary>
    public static Option<DateTime?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
            if (EventTime.TryParseIso(text, out var time)) return EventTime.ToDateTime(time);
            result.AddError($"{name} '{text}' is no time: write 2025-10-15, 2025-10-15T07:00Z or 2025-10-15T09:00+02:00 (UTC unless it has an offset).");
            return null;
        },
    };
}
