using System.Globalization;

namespace Axfl.Contracts;

/// <summary>A time that a plan waits for: the next session of a strategy, blackout, or event of the news calendar.</summary>
/// <param name="Profile">Profile.</param>
/// <param name="Kind"><c>window</c>, <c>blackout</c> or <c>news</c>.</param>
/// <param name="Name">Strategy id, the blackout as it is written, or the title of the event.</param>
/// <param name="Start">Its start, or the time of the event, UTC.</param>
/// <param name="End">Its end, exclusive, UTC; null: an event.</param>
/// <param name="Detail">What else there is to say; empty: nothing.</param>
public sealed record UpcomingTime(string Profile, string Kind, string Name, DateTime Start, DateTime? End, string Detail)
{
    /// <summary><c>2026-07-02 07:00</c>, with the end behind it where there is one.</summary>
    public string When => Written(Start) + (End is { } end ? "-" + (end.Date == Start.Date ? end.ToString("HH:mm", CultureInfo.InvariantCulture) : Written(end)) : "");

    /// <inheritdoc/>
    public override string ToString() => $"{Profile} {Kind} {Name}: {When} UTC{(Detail.Length > 0 ? ", " + Detail : "")}";

    private static string Written(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
