using System.Runtime.CompilerServices;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;

namespace Axfl.Data.Dialects;

/// <summary>The hot dialect, <c>time,open,high,low,close[,volume]</c>, read from bytes without an allocation per line.</summary>
/// <param name="stream">UTF-8 bytes; owned.</param>
/// <param name="zone">Zone of times without offset; null: UTC.</param>
/// <param name="dialect">Its layout: a header or none, a volume or none.</param>
internal sealed class CanonicalReader(Stream stream, DataZone? zone, Dialect dialect) : RawBarReader
{
    private readonly bool _hasVolume = dialect.Volume >= 0;
    private readonly UsualRow _usual = new();
    private byte[] _buffer = new byte[1 << 18];
    private int _start, _end;
    private bool _ended, _begun;
    private long _line;
    private int _textStart, _textLength;

    /// <inheritdoc/>
    public override string CurrentText => Encoding.UTF8.GetString(_buffer, _textStart, _textLength);

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        if (!_begun) Begin();
        if (_usual.TryParse(_buffer.AsSpan(_start, _end - _start), _hasVolume, out var read, out var length))
        {
            (_textStart, _textLength) = (_start, length);
            _start += length + (_buffer[_start + length] == '\r' ? 2 : 1);
            bar = new RawBar(read, ++_line, null);
            return true;
        }

        while (NextLine(out var line))
        {
            if (line.IsEmpty) continue;
            bar = Parse(line);
            return true;
        }

        bar = default;
        return false;
    }

    /// <inheritdoc/>
    public override void Dispose() => stream.Dispose();

    private void Begin()
    {
        _begun = true;
        Fill();
        if (!dialect.HasHeader) return;
        while (NextLine(out var header))
            if (header.ContainsAnyExcept(" \t"u8)) return;
    }

    private bool NextLine(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var at = rest.IndexOf((byte)'\n');
            if (at < 0 && !_ended)
            {
                Fill();
                continue;
            }

            line = rest;
            if (at < 0 && rest.IsEmpty) return false;
            var length = at < 0 ? rest.Length : at;
            _textStart = _start;
            _start += at < 0 ? length : length + 1;
            while (length > 0 && rest[length - 1] == '\r') length--;
            _textLength = length;
            _line++;
            line = rest[..length];
            return true;
        }
    }

    private void Fill()
    {
        var rest = _end - _start;
        if (_start > 0) Buffer.BlockCopy(_buffer, _start, _buffer, 0, rest);
        else if (rest == _buffer.Length) Array.Resize(ref _buffer, rest * 2);
        _start = 0;
        _end = rest;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }

    private RawBar Parse(ReadOnlySpan<byte> line)
    {
        var fields = line;
        if (!IsoTime.TryParse(Next(ref fields), out var time, out var hasOffset)) return Unreadable("the time cannot be read");
        if (!EventTime.IsInRange(time)) return Unreadable(OutOfRange);
        if (hasOffset) _usual.Remember(line, time);
        if (!hasOffset && zone is not null) time = zone.ToUtc(time);
        if (!DecimalText.TryParse(Next(ref fields), out var open)) return Unreadable("open is not a number");
        if (!DecimalText.TryParse(Next(ref fields), out var high)) return Unreadable("high is not a number");
        if (!DecimalText.TryParse(Next(ref fields), out var low)) return Unreadable("low is not a number");
        if (!DecimalText.TryParse(Next(ref fields), out var close)) return Unreadable("close is not a number");
        var volume = 0.0;
        if (_hasVolume && Next(ref fields) is { IsEmpty: false } text && !DecimalText.TryParse(text, out volume)) return Unreadable("volume is not a number");
        if (!fields.IsEmpty && fields.ContainsAnyExcept(", "u8)) return Unreadable(MoreFields(dialect.Columns));
        return new RawBar(new Bar(time, open, high, low, close, volume), _line, null);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> fields)
    {
        var at = fields.IndexOf((byte)',');
        var field = at < 0 ? fields : fields[..at];
        fields = at < 0 ? default : fields[(at + 1)..];
        return field;
    }

    private RawBar Unreadable(string why) => new(default, _line, why);
}
