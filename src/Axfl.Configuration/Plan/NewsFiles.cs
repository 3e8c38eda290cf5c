namespace Axfl.Configuration.Plan;

/// <summary>Where the events of a plan come from.</summary>
/// <param name="Files">The calendars, in the order of the plan.</param>
/// <param name="Zone">Zone of times that carry none; null: there is none.</param>
public sealed record NewsFiles(IReadOnlyList<CalendarFile> Files, TimeZoneInfo? Zone)
{
    /// <summary>No calendar.</summary>
    public static NewsFiles None { get; } = new([], null);

    /// <summary>The hashes of all files, in order.</summary>
    public string Hash => string.Join(' ', Files.Select(f => f.Hash));
}
