using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Research.Keys;

/// <summary>The key of a data set: of the bars themselves, not of the files they come from. It is fed bar by bar.</summary>
/// <remarks>
/// SHA-256 of the first traded time, of where a trading day begins, then of each symbol its name and each bar: time as little-endian int64, and float64 open,
/// high, low, close, volume, open spread and close spread; bars inside one follow it in the same form. Two starts over the same bars are two data sets, for other
/// bars are traded; and so are two trading days, for the days of the statistics are others.
/// </remarks>
internal sealed class DatasetKey : IDisposable
{
    private const int BarBytes = 64, BufferBars = 1024;
    private static readonly long NotMeasured = BitConverter.DoubleToInt64Bits(double.NaN);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BarBytes * BufferBars];
    private int _length;

    /// <param name="since">First traded time, unix ms.</param>
    /// <param name="day">Where a trading day begins.</param>
    public DatasetKey(long since, TradingDayPlan day)
    {
        ArgumentNullException.ThrowIfNull(day);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, since);
        _hash.AppendData(bytes);
        _hash.AppendData(Encoding.UTF8.GetBytes($"{day.Zone.Id} {day.Start}\n"));
    }

    /// <summary>The key of bars.</summary>
    /// <param name="since">First traded time, unix ms.</param>
    /// <param name="day">Where a trading day begins.</param>
    /// <param name="symbols">Names of the symbols in plan order.</param>
    /// <param name="series">Bars of each, those of the warm-up included.</param>
    public static string Of(long since, TradingDayPlan day, IReadOnlyList<string> symbols, IReadOnlyList<SharedBars> series)
    {
        using var key = new DatasetKey(since, day);
        for (var i = 0; i < symbols.Count; i++)
        {
            key.Begin(symbols[i]);
            for (var b = 0; b < series[i].Count; b++) key.Add(series[i].At(b, i));
        }

        return key.Finish();
    }

    /// <summary>Begins the bars of a symbol.</summary>
    public void Begin(string symbol)
    {
        Flush();
        _hash.AppendData(Encoding.UTF8.GetBytes(symbol + "\n"));
    }

    /// <summary>Adds the next bars of the symbol.</summary>
    public void Add(ReadOnlySpan<StepBar> bars)
    {
        foreach (ref readonly var bar in bars) Add(bar);
    }

    /// <summary>Adds the next bar of the symbol.</summary>
    public void Add(in StepBar bar)
    {
        Add(bar.Bar, bar.OpenSpread, bar.CloseSpread);
        foreach (ref readonly var inner in bar.Inner.Span) Add(inner.Bar, inner.OpenSpread, inner.CloseSpread);
    }

    /// <summary>The key, lower-case hex.</summary>
    public string Finish()
    {
        Flush();
        return Sha256.Hex(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>Writes a bar as the key has it.</summary>
    /// <param name="to">At least 64 bytes.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="openSpread">Measured spread at its open; NaN: not measured.</param>
    /// <param name="closeSpread">The same at its close.</param>
    public static void Write(Span<byte> to, in Bar bar, double openSpread, double closeSpread)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, bar.Time);
        Write(to[8..], bar.Open);
        Write(to[16..], bar.High);
        Write(to[24..], bar.Low);
        Write(to[32..], bar.Close);
        Write(to[40..], bar.Volume);
        Write(to[48..], openSpread);
        Write(to[56..], closeSpread);
    }

    private void Add(in Bar bar, double openSpread, double closeSpread)
    {
        if (_length == _buffer.Length) Flush();
        Write(_buffer.AsSpan(_length), bar, openSpread, closeSpread);
        _length += BarBytes;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }

    // All not-a-numbers are one.
    private static void Write(Span<byte> to, double value) =>
        BinaryPrimitives.WriteInt64LittleEndian(to, double.IsNaN(value) ? NotMeasured : BitConverter.DoubleToInt64Bits(value));
}
