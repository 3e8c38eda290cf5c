using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Commands;

/// <summary>Bars from any object with their properties.</summary>
internal static class BarReading
{
    /// <summary>Reads one.</summary>
    /// <param name="item">A bar, or an object with Time, Open, High, Low, Close and perhaps Volume.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="why">What is missing, when it is none.</param>
    public static bool TryRead(PSObject item, out Bar bar, out string why)
    {
        why = "";
        bar = default;
        if (item.BaseObject is Bar ready)
        {
            bar = ready;
            return true;
        }

        if (!TryTime((item.Properties["OpenTime"] ?? item.Properties["Time"])?.Value, out var time))
        {
            why = "Time is missing or not a time (ISO-8601 or DateTime; without a zone it is UTC)";
            return false;
        }

        Span<double> values = stackalloc double[4];
        var names = new[] { "Open", "High", "Low", "Close" };
        for (var i = 0; i < names.Length; i++)
        {
            if (TryNumber(item.Properties[names[i]]?.Value, out values[i])) continue;
            why = $"{names[i]} is missing or not a number";
            return false;
        }

        bar = new Bar(time, values[0], values[1], values[2], values[3], TryNumber(item.Properties["Volume"]?.Value, out var volume) ? volume : 0);
        return true;
    }

    private static bool TryTime(object? value, out long time)
    {
        time = 0;
        switch (Plain(value))
        {
            case DateTime moment:
                time = EventTime.FromDateTime(moment);
                return true;
            case DateTimeOffset moment:
                time = moment.ToUnixTimeMilliseconds();
                return true;
            case long milliseconds:
                time = milliseconds;
                return true;
            case string text:
                return EventTime.TryParseIso(text, out time);
            default:
                return false;
        }
    }

    private static bool TryNumber(object? value, out double number)
    {
        number = 0;
        var plain = Plain(value);
        return plain is not null
            && double.TryParse(Convert.ToString(plain, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
