using Axfl.Contracts;

namespace Axfl.Runs.Parity;

/// <summary>Two bars of one symbol and time that differ, or one without the other.</summary>
/// <param name="Time">Open time of the bar, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Fields">What differs, with the texts of both; of a missing bar: all that the other has.</param>
/// <param name="Missing">0: both have it; -1: the left side lacks it; 1: the right side does.</param>
internal sealed record BarDifference(long Time, Instrument Instrument, IReadOnlyList<BarField> Fields, int Missing)
{
    private const string None = "no bar";

    /// <summary>Where it is: <c>2026-01-13T07:30:00Z EURUSD</c>.</summary>
    public string Where => $"{EventTime.ToIso(Time)} {Instrument.Symbol}";

    /// <summary>Left text: <c>close 1.10240</c>.</summary>
    public string Left => Missing < 0 ? None : string.Join(", ", Fields.Select(f => $"{f.Name} {f.Left}"));

    /// <summary>Right text.</summary>
    public string Right => Missing > 0 ? None : string.Join(", ", Fields.Select(f => $"{f.Name} {f.Right}"));

    /// <summary><c>the bar EURUSD 07:30 differs: close 1.10240 / 1.10260</c>.</summary>
    /// <param name="left">What the left side is called.</param>
    /// <param name="right">What the right side is called.</param>
    /// <param name="day">A time of the day that needs no date; null: none.</param>
    public string Words(string left, string right, long? day)
    {
        var bar = $"the bar {Instrument.Symbol} {TimeText.Of(Time, day)}";
        return Missing != 0 ? $"{bar} is missing in {(Missing < 0 ? left : right)}"
            : $"{bar} differs: {string.Join(", ", Fields.Select(f => $"{f.Name} {f.Left} / {f.Right}"))}";
    }
}

/// <summary>One number of two bars.</summary>
/// <param name="Name"><c>open</c>, <c>high</c>, <c>low</c>, <c>close</c>, a spread, or a smaller bar inside.</param>
/// <param name="Left">Left text.</param>
/// <param name="Right">Right text.</param>
internal sealed record BarField(string Name, string Left, string Right);
