using Axfl.Runs.Files;

namespace Axfl.Research.Keys;

/// <summary>The version that is stored with each row: that of Axfl and that of the time zone data.</summary>
internal static class BuildVersion
{
    private const string Zones = "/usr/share/zoneinfo";

    /// <summary><c>0.1.0 tz 2026b</c>.</summary>
    public static string Text { get; } = $"{Product.Version} tz {ZoneData()}";

    // The files of the system say it, each system in another of them; where none does, the system's version decides.
    private static string ZoneData()
    {
        try
        {
            if (File.Exists(Zones + "/+VERSION")) return File.ReadAllText(Zones + "/+VERSION").Trim();
            if (File.Exists(Zones + "/tzdata.zi") && File.ReadLines(Zones + "/tzdata.zi").FirstOrDefault() is { } line && line.StartsWith("# version ", StringComparison.Ordinal))
                return line["# version ".Length..].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then what follows says as much as can be known.
        }

        return "of " + Environment.OSVersion.VersionString;
    }
}
