using System.CommandLine;

namespace Axfl.Cli.Commands;

/// <summary>Options that say how files of bars are laid out, where they do not say it themselves.</summary>
internal static class DataLayoutOptions
{
    /// <summary>Help of an option for the zone.</summary>
    public const string ZoneHelp = "Zone of csv times that have none: IANA, UTC+02:00, or IANA with hours, America/New_York+7 (default: the dialect's own).";

    /// <summary>The names of the columns.</summary>
    public static Option<string?> Columns() => new("--columns")
    {
        Description = "Names of the csv columns in order: time,open,high,low,close,volume; - skips one (default: found in the file).",
        HelpName = "NAMES",
    };

    /// <summary>The form of the times.</summary>
    public static Option<string?> TimeFormat() => new("--time-format")
    {
        Description = "How times in the csv are written: iso, unix, unix_ms, or a pattern such as 'dd/MM/yyyy HH:mm' (default: found in the file).",
        HelpName = "FORM",
    };

    /// <summary>Whether a file of which much is rejected is read.</summary>
    public static Option<bool> AllowRejected() => new("--allow-rejected") { Description = "Read a bars file of which more than 100 lines, and more than 5 % of it, are rejected." };
}
