using System.Buffers.Text;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>A line of JSON written straight into bytes that are used again: for the lines of which a run writes tens of thousands.</summary>
/// <remarks>Names and punctuation are given as they stand in the line; texts are escaped as <see cref="JsonLine"/> escapes them.</remarks>
internal sealed class JsonText
{
    private const int LongestNumber = 64, TimeLength = 22;

    private byte[] _bytes = new byte[2048];
    private int _length;

    /// <summary>What was written since the restart; valid until more is written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Starts a new line.</summary>
    public void Restart() => _length = 0;

    /// <summary>JSON as it stands.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
    }

    /// <summary>A text in quotes, or null.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        var to = Room(value.Length + 2);
        to[0] = (byte)'"';
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (!ReadableJson.IsPlain(c))
            {
                Escaped(value);
                return;
            }

            to[i + 1] = (byte)c;
        }

        to[value.Length + 1] = (byte)'"';
        _length += value.Length + 2;
    }

    /// <summary>A whole number.</summary>
    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(LongestNumber), out var length);
        _length += length;
    }

    /// <summary>A number with at most so many decimals, as <see cref="JsonNumbers"/> prints it; null when it is not finite.</summary>
    public void Decimal(double value, int decimals) => _length += JsonNumbers.Format(value, decimals, Room(LongestNumber));

    /// <summary>The same, or null.</summary>
    public void Decimal(double? value, int decimals) => Decimal(value ?? double.NaN, decimals);

    /// <summary>True or false.</summary>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>A time in quotes, as <see cref="EventTime.ToIso"/> writes it.</summary>
    public void Time(DateTime value)
    {
        var time = EventTime.FromDateTime(value);
        if (time % 1000 != 0)
        {
            Text(EventTime.ToIso(time));
            return;
        }

        var (date, clock) = EventTime.ToDateTime(time);
        var to = Room(TimeLength);
        "\"0000-00-00T00:00:00Z\""u8.CopyTo(to);
        Two(to, 1, date.Year / 100);
        Two(to, 3, date.Year % 100);
        Two(to, 6, date.Month);
        Two(to, 9, date.Day);
        Two(to, 12, clock.Hour);
        Two(to, 15, clock.Minute);
        Two(to, 18, clock.Second);
        _length += TimeLength;
    }

    /// <summary>A text behind JSON as it stands: its name, most often.</summary>
    public void Text(ReadOnlySpan<byte> before, string? value)
    {
        Raw(before);
        Text(value);
    }

    /// <summary>A whole number behind JSON as it stands.</summary>
    public void Number(ReadOnlySpan<byte> before, long value)
    {
        Raw(before);
        Number(value);
    }

    /// <summary>A number with decimals behind JSON as it stands.</summary>
    public void Decimal(ReadOnlySpan<byte> before, double value, int decimals)
    {
        Raw(before);
        Decimal(value, decimals);
    }

    /// <summary>The same, or null.</summary>
    public void Decimal(ReadOnlySpan<byte> before, double? value, int decimals) => Decimal(before, value ?? double.NaN, decimals);

    /// <summary>True or false behind JSON as it stands.</summary>
    public void Boolean(ReadOnlySpan<byte> before, bool value)
    {
        Raw(before);
        Boolean(value);
    }

    /// <summary>A time behind JSON as it stands.</summary>
    public void Time(ReadOnlySpan<byte> before, DateTime value)
    {
        Raw(before);
        Time(value);
    }

    private static void Two(Span<byte> to, int at, int value)
    {
        to[at] = (byte)('0' + value / 10);
        to[at + 1] = (byte)('0' + value % 10);
    }

    private void Escaped(string value)
    {
        using var line = new JsonLine();
        line.Writer.WriteStringValue(value);
        Raw(line.Finish());
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length));
        return _bytes.AsSpan(_length);
    }
}
