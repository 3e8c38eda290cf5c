using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Runs.Health;

/// <summary>When each strategy trades next, by UTC and by the clock of this machine, and whether clocks are changed soon.</summary>
internal sealed class WindowsCheck() : HealthCheck("windows", TimeSpan.FromSeconds(20))
{
    private const int Shown = 3;

    /// <inheritdoc/>
    public override string Advice => "Look at the windows of the strategies in the sessions file.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        var slots = plan.Engine.Symbols.SelectMany(s => s.Slots).DistinctBy(s => s.Strategy);
        return [.. slots.Select(s => Row(s, scene.Now, scene.Time.LocalTimeZone))];
    }

    private HealthResult Row(SlotPlan slot, long now, TimeZoneInfo local)
    {
        var next = Next(slot.Windows, now);
        if (next.Count == 0)
        {
            return Failed("no window opens within two weeks", $"Look at days and holidays of the windows of {slot.Strategy}: a run would trade nothing.", slot.Strategy);
        }

        var seen = string.Join("; then ", next.Select((w, i) => (i == 0 ? w.Start <= now ? "open, " : "next " : "") + Text(w.Start, w.End, local)));
        var changes = ClockChange.Within(slot.Windows.Select(w => w.Zone).Append(local), now);
        if (changes.Count == 0) return Ok(seen, slot.Strategy);
        return Warning(
            $"{seen}. Clocks are changed: {string.Join("; ", changes.Select(c => Text(c, slot.Windows, local)))}",
            "Windows follow their own zones by themselves; see that what starts and stops runs by another clock still does so before they open and after they close.", slot.Strategy);
    }

    private static List<(long Start, long End)> Next(IReadOnlyList<SessionWindow> windows, long now)
    {
        var found = new List<(long Start, long End)>();
        for (var time = now; found.Count < Shown && NextWindow.At(windows, time) is { } window; time = window.End) found.Add(window);
        return found;
    }

    private static string Text(in ClockChange change, IReadOnlyList<SessionWindow> windows, TimeZoneInfo local)
    {
        var after = NextWindow.At(windows, change.Time) is { } w ? $", then {Text(w.Start, w.End, local)}" : "";
        return $"{change.Zone.Id} on {Minute(EventTime.ToDateTime(change.Time))} UTC from UTC{Offset(change.Before)} to UTC{Offset(change.After)}{after}";
    }

    private static string Text(long start, long end, TimeZoneInfo local)
    {
        var (from, until) = (EventTime.ToDateTime(start), EventTime.ToDateTime(end));
        return $"{Minute(from)} to {After(from, until)} UTC ({After(from, At(local, start))} to {After(At(local, start), At(local, end))} {local.Id})";
    }

    // The day is told where it is another one.
    private static string After(DateTime before, DateTime time) => before.Date == time.Date ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : Minute(time);

    private static string Minute(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    private static DateTime At(TimeZoneInfo zone, long time) => EventTime.ToDateTime(time) + zone.GetUtcOffset(EventTime.ToDateTime(time));
}
