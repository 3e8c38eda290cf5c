using System.Text.Json;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Journal;

/// <summary>A bar in a journal: <c>[symbol, open, high, low, close, volume, open spread, close spread, from, until, from price]</c>, null for what is not known.</summary>
internal static class JournalBar
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, in MissedBar missed)
    {
        var (step, from, until, fromPrice) = missed;
        var bar = step.Bar;
        json.WriteStartArray();
        json.WriteNumberValue(step.Symbol);
        json.WriteNumberValue(bar.Open);
        json.WriteNumberValue(bar.High);
        json.WriteNumberValue(bar.Low);
        json.WriteNumberValue(bar.Close);
        json.WriteNumberValue(bar.Volume);
        Number(json, step.OpenSpread);
        Number(json, step.CloseSpread);
        Time(json, from, long.MinValue);
        Time(json, until, long.MaxValue);
        Number(json, fromPrice);
        json.WriteEndArray();
    }

    /// <summary>Reads it; the reader stands at the beginning of its array.</summary>
    public static MissedBar Read(ref Utf8JsonReader json, long time)
    {
        json.Read();
        var symbol = json.GetInt32();
        var bar = new Bar(time, Next(ref json), Next(ref json), Next(ref json), Next(ref json), Next(ref json));
        var step = new StepBar(symbol, bar, Next(ref json), Next(ref json));
        var missed = new MissedBar(step, NextTime(ref json, long.MinValue), NextTime(ref json, long.MaxValue), Next(ref json));
        json.Read();
        return missed;
    }

    private static double Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? double.NaN : json.GetDouble();
    }

    private static long NextTime(ref Utf8JsonReader json, long none)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? none : JournalLine.InRange(json.GetInt64());
    }

    private static void Number(Utf8JsonWriter json, double value)
    {
        if (double.IsNaN(value)) json.WriteNullValue();
        else json.WriteNumberValue(value);
    }

    private static void Time(Utf8JsonWriter json, long value, long none)
    {
        if (value == none) json.WriteNullValue();
        else json.WriteNumberValue(value);
    }
}
