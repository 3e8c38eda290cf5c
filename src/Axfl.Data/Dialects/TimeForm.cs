using System.Globalization;
using System.Text;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>How the times of a file are written.</summary>
public abstract class TimeForm
{
    /// <summary>ISO-8601, with or without offset.</summary>
    public static readonly TimeForm Iso = new IsoForm();

    /// <summary>Reads a time.</summary>
    /// <param name="text">The field; of two columns both, with a blank between.</param>
    /// <param name="time">Unix ms; without an offset as if UTC.</param>
    /// <param name="hasOffset">Whether the text, or its form, says the offset.</param>
    public abstract bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset);

    /// <summary>The same for a text.</summary>
    public bool TryRead(string text, out long time, out bool hasOffset) => TryRead(Encoding.UTF8.GetBytes(text), out time, out hasOffset);

    /// <summary>Whether a text is a time of this form.</summary>
    public bool Fits(string text) => TryRead(text, out _, out _);

    /// <summary>Whether it is the form that the canonical reader has.</summary>
    public bool IsIso => this is IsoForm;

    /// <summary>The form of a text; null when it is no time. Of <c>03/04/2026</c> the order of day and month stays open.</summary>
    public static TimeForm? Of(string text)
    {
        if (Iso.Fits(text)) return Iso;
        if (UnixForm.UnitOf(text) is { } unix) return unix;
        foreach (var order in Enum.GetValues<DateOrder>())
            if (WrittenForm.Of(order, false) is var form && form.Fits(text)) return form;
        return null;
    }

    private sealed class IsoForm : TimeForm
    {
        public override bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset) => IsoTime.TryParse(text, out time, out hasOffset);
    }
}

/// <summary>Seconds, milliseconds, microseconds or nanoseconds since 1970, UTC; seconds may have a fraction.</summary>
internal sealed class UnixForm : TimeForm
{
    private readonly double _perMillisecond;

    private UnixForm(double perMillisecond) => _perMillisecond = perMillisecond;

    /// <summary>Seconds.</summary>
    public static UnixForm Seconds { get; } = new(0.001);

    /// <summary>Milliseconds.</summary>
    public static UnixForm Milliseconds { get; } = new(1);

    /// <summary>The unit of a text of digits by how many they are, for times from 2001 on; null when it is none.</summary>
    public static UnixForm? UnitOf(string text)
    {
        var digits = text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? point : text.Length;
        if (digits == 0 || !text.All(c => char.IsAsciiDigit(c) || c == '.') || text.Count(c => c == '.') > 1) return null;
        return digits switch
        {
            10 => Seconds,
            13 => Milliseconds,
            16 => new UnixForm(1000),
            19 => new UnixForm(1_000_000),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        hasOffset = true;
        time = 0;
        if (!DecimalText.TryParse(text, out var value)) return false;
        var milliseconds = Math.Round(value / _perMillisecond);
        time = milliseconds is >= 0 and < EventTime.Latest ? (long)milliseconds : -1;
        return true;
    }
}

/// <summary>Milliseconds of one day, which is the file's.</summary>
/// <param name="day">Its midnight, unix ms as if UTC.</param>
internal sealed class OfDayForm(long day) : TimeForm
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        hasOffset = false;
        var ok = DecimalText.TryParse(text, out var milliseconds) && milliseconds is >= 0 and < EventTime.Day;
        time = ok ? day + (long)milliseconds : 0;
        return ok;
    }
}

/// <summary>A form that was stated: a pattern of .NET's custom date and time formats, invariant culture.</summary>
/// <param name="pattern">E.g. <c>dd/MM/yyyy HH:mm</c>.</param>
internal sealed class PatternForm(string pattern) : TimeForm
{
    private readonly bool _hasOffset = pattern.Contains('z', StringComparison.Ordinal) || pattern.Contains('K', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, out long time, out bool hasOffset)
    {
        hasOffset = _hasOffset;
        time = 0;
        if (text.Length > 64) return false;
        var ok = DateTimeOffset.TryParseExact(
            Encoding.UTF8.GetString(text), pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var read);
        if (ok) time = read.ToUnixTimeMilliseconds();
        return ok;
    }
}
