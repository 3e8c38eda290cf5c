using Axfl.Contracts;

namespace Axfl.Engine.Plan;

/// <summary>Start of the trading day.</summary>
/// <param name="Zone">Zone.</param>
/// <param name="Start">Local start, 00:00 to 23:59.</param>
public sealed record TradingDayPlan(TimeZoneInfo Zone, TimeOfDay Start);
