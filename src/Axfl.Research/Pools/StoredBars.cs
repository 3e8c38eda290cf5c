using System.Buffers.Binary;
using System.IO.Compression;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>Bars that travel by the store, in pieces.</summary>
/// <remarks>
/// A piece is gzip of: place of the symbol and number of bars (int32), then each bar as the dataset key has it (64 bytes) and the number of smaller bars inside it
/// (int32) with these. All little endian. Whoever reads them makes the dataset key anew, so what arrives is what was sent or is refused.
/// </remarks>
internal static class StoredBars
{
    private const int PieceBars = 100_000, BarBytes = 64;

    /// <summary>Puts the bars of a sweep into the store, unless the same are there: damaged ones are replaced.</summary>
    /// <returns>Whether they were put there.</returns>
    public static bool Share(TrialStore store, SweepBars bars)
    {
        var pieces = Pieces(bars.Loaded.Bars).ToList();
        if (store.SharedBars(bars.Dataset.Key) is { Count: > 0 } kept && kept.Zip(pieces).All(static p => p.First.AsSpan().SequenceEqual(p.Second)) && kept.Count == pieces.Count) return false;
        store.ShareBars(bars.Dataset.Key, pieces);
        return true;
    }

    /// <summary>Reads the bars of a sweep from the store.</summary>
    /// <exception cref="AxflException">They were never shared (<c>SharedBarsMissing</c>), or are damaged (<c>SharedBarsDamaged</c>).</exception>
    public static SweepBars Read(TrialStore store, SweepRow sweep, SweepPlan plan, TimeProvider time)
    {
        var pieces = store.SharedBars(sweep.Dataset);
        if (pieces.Count == 0)
        {
            throw new AxflException("SharedBarsMissing", ErrorKind.Data, $"The bars of the sweep '{sweep.Name}' are not in {store.Name}.")
            {
                Target = sweep.Name, RecommendedAction = $"Submit the sweep once with {Spelling.Of("ShareData")}, or give the worker bars of its own with {Spelling.Of("DataPath")}.",
            };
        }

        try
        {
            return SweepBars.Of(plan, Series(pieces, plan.Template.Plan.Engine.Symbols.Count), store.Name, time);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw new AxflException("SharedBarsDamaged", ErrorKind.Data, $"The bars of the sweep '{sweep.Name}' in {store.Name} are damaged: {e.Message}", e)
            {
                Target = sweep.Name, RecommendedAction = $"Submit the sweep again with {Spelling.Of("ShareData")}: it puts them right.",
            };
        }
    }

    private static IEnumerable<byte[]> Pieces(IReadOnlyList<SharedBars> series)
    {
        for (var symbol = 0; symbol < series.Count; symbol++)
            for (var from = 0; from < Math.Max(1, series[symbol].Count); from += PieceBars)
                yield return Piece(symbol, series[symbol], from, Math.Min(from + PieceBars, series[symbol].Count));
    }

    private static byte[] Piece(int symbol, SharedBars bars, int from, int to)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            Span<byte> buffer = stackalloc byte[BarBytes];
            Write(zip, buffer, symbol);
            Write(zip, buffer, to - from);
            for (var i = from; i < to; i++)
            {
                var step = bars.At(i, symbol);
                DatasetKey.Write(buffer, step.Bar, step.OpenSpread, step.CloseSpread);
                zip.Write(buffer);
                Write(zip, buffer, step.Inner.Length);
                foreach (ref readonly var inner in step.Inner.Span)
                {
                    DatasetKey.Write(buffer, inner.Bar, inner.OpenSpread, inner.CloseSpread);
                    zip.Write(buffer);
                }
            }
        }

        return bytes.ToArray();
    }

    private static SharedBars[] Series(IReadOnlyList<byte[]> pieces, int symbols)
    {
        var builders = Enumerable.Range(0, symbols).Select(_ => new SharedBarsBuilder()).ToArray();
        var buffer = new byte[BarBytes];
        foreach (var piece in pieces)
        {
            using var zip = new BufferedStream(new GZipStream(new MemoryStream(piece), CompressionMode.Decompress));
            var symbol = Number(zip, buffer);
            if (symbol < 0 || symbol >= symbols) throw new InvalidDataException($"a piece names symbol {symbol}, and there are {symbols}.");
            var count = Number(zip, buffer);
            var steps = new StepBar[1];
            for (var i = 0; i < count; i++)
            {
                var (bar, open, close) = Read(zip, buffer);
                var inner = new InnerBar[Number(zip, buffer)];
                for (var k = 0; k < inner.Length; k++)
                {
                    var (small, smallOpen, smallClose) = Read(zip, buffer);
                    inner[k] = new InnerBar(small, smallOpen, smallClose);
                }

                steps[0] = inner.Length == 0 ? new StepBar(symbol, bar, open, close) : new StepBar(symbol, bar, open, close) { Inner = inner };
                builders[symbol].Add(steps);
            }
        }

        return [.. builders.Select(b => b.Build())];
    }

    private static (Bar Bar, double OpenSpread, double CloseSpread) Read(Stream from, byte[] buffer)
    {
        from.ReadExactly(buffer);
        double At(int place) => BinaryPrimitives.ReadDoubleLittleEndian(buffer.AsSpan(place));
        return (new Bar(BinaryPrimitives.ReadInt64LittleEndian(buffer), At(8), At(16), At(24), At(32), At(40)), At(48), At(56));
    }

    private static int Number(Stream from, byte[] buffer)
    {
        from.ReadExactly(buffer, 0, sizeof(int));
        return BinaryPrimitives.ReadInt32LittleEndian(buffer);
    }

    private static void Write(Stream to, Span<byte> buffer, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer, number);
        to.Write(buffer[..sizeof(int)]);
    }
}
