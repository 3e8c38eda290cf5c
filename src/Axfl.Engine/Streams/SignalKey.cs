using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Streams;

/// <summary>What decides a strategy's actions over given bars, as text: strategy, instrument, interval, and a value for each of its parameters.</summary>
internal static class SignalKey
{
    /// <summary>The key of a slot; null: its strategy shares no stream, or a parameter has a value of a kind that cannot be compared.</summary>
    public static string? Of(Instrument instrument, Interval interval, SlotPlan slot)
    {
        if (!slot.Definition.Shareable) return null;
        var text = new StringBuilder();
        Append(text, slot.Definition.Source);
        Append(text, slot.Definition.Name);
        Append(text, slot.Definition.CodeId);
        Append(text, interval.ToString());
        foreach (var part in (string[])[instrument.Symbol, instrument.Base, instrument.Quote]) Append(text, part);
        return TryAppend(text, instrument.Pip) && TryAppend(text, instrument.Digits) && TryAppend(text, instrument.SpreadPips) && TryAppend(text, slot.Values)
            ? text.ToString() : null;
    }

    // A length before each text: no two values have the same one.
    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");

    private static bool TryAppend(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('n');
                return true;
            case string words:
                Append(text, words);
                return true;
            case bool or int or long or double or TimeOfDay:
                text.Append(CultureInfo.InvariantCulture, $"{value.GetType().Name}{value};");
                return true;
            case IReadOnlyDictionary<string, object?> map:
                text.Append('{');
                foreach (var (key, item) in map.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    Append(text, key);
                    if (!TryAppend(text, item)) return false;
                }

                text.Append('}');
                return true;
            case IReadOnlyList<object?> list:
                text.Append('[');
                foreach (var item in list)
                    if (!TryAppend(text, item)) return false;
                text.Append(']');
                return true;
            default:
                return false;
        }
    }
}
