namespace Axfl.Engine.Plan;

/// <summary>One event of a news calendar.</summary>
/// <param name="Time">When it is, or of a whole day its local midnight, unix ms.</param>
/// <param name="DayEnd">Of an event of a whole day the next local midnight, unix ms, exclusive; null: it has a time.</param>
/// <param name="Currencies">ISO codes in capitals; <see cref="NewsCalendar.AllCurrencies"/> stands for every one.</param>
/// <param name="Impact">Its impact.</param>
/// <param name="Title">What it is.</param>
public sealed record NewsEvent(long Time, long? DayEnd, IReadOnlyList<string> Currencies, NewsImpacts Impact, string Title);
