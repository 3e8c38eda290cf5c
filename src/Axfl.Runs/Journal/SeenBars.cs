using System.Security.Cryptography;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Runs.Journal.State;

namespace Axfl.Runs.Journal;

/// <summary>
/// The complete bars that strategies have seen and the trades that were closed since the last cut, in order: what a snapshot does not hold. Each cut
/// writes them beside the segments, so that strategies can be made again from their bars and the ledger from its trades.
/// </summary>
internal sealed class SeenBars
{
    private const int Format = 2;
    private const int BytesOfABar = 4 + 8 + 5 * 8;

    private readonly IReadOnlyList<Instrument> _symbols;
    private readonly List<(int Symbol, Bar Bar)> _bars = [];
    private readonly List<TradeRecord> _trades = [];

    /// <param name="symbols">Symbols in plan order.</param>
    public SeenBars(IReadOnlyList<Instrument> symbols) => _symbols = symbols;

    /// <summary>Hash over the files of all cuts before: each includes the one before it. Lower-case hex; empty before the first.</summary>
    public string Chain { get; private set; } = "";

    /// <summary>Trades since the last cut.</summary>
    public IReadOnlyList<TradeRecord> Trades => _trades;

    /// <summary>A bar was complete.</summary>
    public void Add(in StepBar bar) => _bars.Add((bar.Symbol, bar.Bar));

    /// <summary>A trade was closed.</summary>
    public void Add(in TradeRecord trade) => _trades.Add(trade);

    /// <summary>What is in hand as a file, and nothing is in hand any more.</summary>
    public byte[] Take()
    {
        using var stream = new MemoryStream(16 + _bars.Count * BytesOfABar);
        using (var output = new BinaryWriter(stream))
        {
            output.Write(Format);
            output.Write(_bars.Count);
            foreach (var (symbol, bar) in _bars)
            {
                output.Write(symbol);
                output.Write(bar.Time);
                output.Write(bar.Open);
                output.Write(bar.High);
                output.Write(bar.Low);
                output.Write(bar.Close);
                output.Write(bar.Volume);
            }

            var trades = StateWriter.Write(_symbols, _trades);
            output.Write(trades.Length);
            output.Write(trades);
        }

        var content = stream.ToArray();
        byte[] bytes = [.. content, .. SHA256.HashData(content)];
        Chain = Next(Chain, bytes);
        _bars.Clear();
        _trades.Clear();
        return bytes;
    }

    /// <summary>Whether a file is as it was written: its last bytes are the SHA-256 of those before.</summary>
    public static bool IsWhole(byte[] bytes) => bytes.Length > SHA256.HashSizeInBytes
        && SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes));

    /// <summary>Reads the file of a cut.</summary>
    /// <param name="bytes">The file, whole.</param>
    /// <param name="onBar">Takes each bar.</param>
    /// <param name="onTrade">Takes each trade.</param>
    /// <exception cref="InvalidDataException">It is of another format.</exception>
    public void Read(byte[] bytes, Action<int, Bar> onBar, Action<TradeRecord> onTrade)
    {
        using var input = new BinaryReader(new MemoryStream(bytes));
        try
        {
            if (input.ReadInt32() != Format) throw new InvalidDataException("its bars are of another format");
            for (var i = input.ReadInt32(); i > 0; i--)
            {
                var symbol = input.ReadInt32();
                if (symbol < 0 || symbol >= _symbols.Count) throw new InvalidDataException($"its bars have a symbol {symbol}");
                onBar(symbol, new Bar(input.ReadInt64(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble(), input.ReadDouble()));
            }

            var trades = new List<TradeRecord>();
            StateReader.Read(input.ReadBytes(input.ReadInt32()), _symbols, trades);
            foreach (var trade in trades) onTrade(trade);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException(e.Message, e);
        }

        Chain = Next(Chain, bytes);
    }

    private static string Next(string before, byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes(before));
        hash.AppendData(bytes);
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
