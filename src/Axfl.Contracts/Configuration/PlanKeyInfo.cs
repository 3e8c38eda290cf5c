namespace Axfl.Contracts;

/// <summary>A key of a profile of a sessions file, as the loader reads it: for completion and documentation.</summary>
/// <param name="Key">Dotted key, as an override names it: <c>risk.max_open_positions</c>.</param>
/// <param name="Type"><c>number</c>, <c>whole number</c>, <c>true or false</c>, <c>word</c>, <c>text</c>, <c>time of day</c>, <c>time zone</c>, <c>list</c> or <c>map</c>.</param>
/// <param name="Range">Values it may have, in words; empty: any.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Default">Default as a file would write it; empty: none, or it depends on other keys.</param>
/// <param name="Help">What it does, in one sentence.</param>
/// <param name="Words">Words it may be; empty: any value in the range.</param>
public sealed record PlanKeyInfo(string Key, string Type, string Range, string Unit, string Default, string Help, IReadOnlyList<string> Words);
