namespace Axfl.Data.Calendars;

/// <summary>What is wrong with a news calendar.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Item">Of a JSON list its item, from 1; null: it is none.</param>
/// <param name="Message">What is wrong and what is needed.</param>
public sealed record CalendarFault(int Line, int? Item, string Message);
