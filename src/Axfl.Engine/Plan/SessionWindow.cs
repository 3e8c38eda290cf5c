using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>A session window: half-open, in local time.</summary>
/// <param name="Start">Local start.</param>
/// <param name="End">Local end; earlier than the start: it crosses midnight; 24:00 allowed; equal is an error.</param>
/// <param name="Zone">Zone.</param>
/// <param name="Days">Days of the week on which it starts.</param>
/// <param name="Holidays">Local dates (days since 1970-01-01) on which it does not start.</param>
public sealed record SessionWindow(TimeOfDay Start, TimeOfDay End, TimeZoneInfo Zone, DaysOfWeek Days, IReadOnlySet<int> Holidays);
