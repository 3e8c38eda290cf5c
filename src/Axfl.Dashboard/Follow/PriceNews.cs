using Axfl.Runs.Journal;

namespace Axfl.Dashboard.Follow;

/// <summary>Prices on their way to a page: of those of a symbol the newest, at most four a second.</summary>
/// <param name="symbols">Symbols in plan order: lines name them by index.</param>
/// <param name="time">Clock.</param>
internal sealed class PriceNews(IReadOnlyList<string> symbols, TimeProvider time)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    private readonly (RunPosition After, byte[] Json)?[] _waiting = new (RunPosition, byte[])?[symbols.Count];
    private long? _told;

    /// <summary>Whether a price is not told yet.</summary>
    public bool IsWaiting => Array.Exists(_waiting, static w => w is not null);

    /// <summary>Whether the prices that wait may be told. They are all at once: no price is told before one that came earlier.</summary>
    public bool IsDue => IsWaiting && (_told is not { } told || time.GetElapsedTime(told) >= Least);

    /// <summary>Takes a price.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="after">The position behind it.</param>
    public void Take(JournalLine line, RunPosition after)
    {
        var symbol = line.Symbol;
        if (symbol >= 0 && symbol < _waiting.Length) _waiting[symbol] = (after, EventJson.OfPrice(symbols[symbol], line.Time, line.Price, line.Spread));
    }

    /// <summary>What waits, in the order of the file: whoever takes up behind one of them is told those that came later.</summary>
    public IReadOnlyList<(RunPosition After, byte[] Json)> Tell()
    {
        (RunPosition After, byte[] Json)[] prices = [.. _waiting.OfType<(RunPosition After, byte[] Json)>().OrderBy(w => w.After.Journal)];
        Array.Clear(_waiting);
        _told = time.GetTimestamp();
        return prices;
    }
}
