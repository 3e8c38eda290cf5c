using Axfl.Runs.Journal;

namespace Axfl.Runs.Tests.Live;

/// <summary>What the journal of a run over sockets says that is killed again and again.</summary>
internal sealed class SlotJournal
{
    private readonly Dictionary<string, int> _pending = [], _open = [];
    private readonly long[] _last = [long.MinValue, long.MinValue], _lostFrom = [long.MaxValue, long.MaxValue];

    private SlotJournal()
    {
    }

    /// <summary>Time of the last price; long.MinValue: there is none.</summary>
    public long LastTick => _last.Max();

    public bool IsWarmedUp { get; private set; }

    public bool HasPosition => _open.Values.Any(static n => n > 0);

    public bool HasPending => _pending.Values.Any(static n => n > 0);

    public int Trades { get; private set; }

    /// <summary>By symbol: from the last price before one to the first after it.</summary>
    public List<(int Symbol, long From, long Until)> Gaps { get; } = [];

    /// <summary>When orders were placed, by symbol.</summary>
    public List<(string Symbol, long Time)> Placed { get; } = [];

    /// <summary>Reads it; an order with two ends, or an end without its order, is an error.</summary>
    public static SlotJournal Read(string directory)
    {
        var journal = new SlotJournal();
        using var reader = new JournalReader(directory);
        var line = new JournalLine();
        while (reader.Read(out var text))
        {
            line.Parse(text);
            journal.Take(line);
        }

        return journal;
    }

    private void Take(JournalLine line)
    {
        switch (line.Kind)
        {
            case JournalKind.Tick:
                if (_lostFrom[line.Symbol] != long.MaxValue) Gaps.Add((line.Symbol, _lostFrom[line.Symbol], line.Time));
                (_last[line.Symbol], _lostFrom[line.Symbol]) = (line.Time, long.MaxValue);
                break;
            case JournalKind.Lost: _lostFrom[line.Symbol] = _last[line.Symbol]; break;
            case JournalKind.Repaired: IsWarmedUp |= line.Symbol == 1; break;
            case JournalKind.Order: TakeOrder(line); break;
            case JournalKind.Trade:
                Trades++;
                Add(_open, line.Texts["symbol"], -1);
                break;
        }
    }

    private void TakeOrder(JournalLine line)
    {
        var symbol = line.Texts["symbol"];
        switch (line.Texts["stage"], line.Texts["result"])
        {
            case ("place", "accepted"):
                Add(_pending, symbol, 1);
                Placed.Add((symbol, line.Time));
                break;
            case ("place", _): break;
            case ("fill", "filled"):
                Add(_pending, symbol, -1);
                Add(_open, symbol, 1);
                break;
            case ("fill" or "cancel", _): Add(_pending, symbol, -1); break;
        }
    }

    // A symbol has at most one order that waits and one position: each ends once, before the next begins.
    private static void Add(Dictionary<string, int> counts, string symbol, int by)
    {
        counts[symbol] = counts.GetValueOrDefault(symbol) + by;
        Assert.InRange(counts[symbol], 0, 1);
    }
}
