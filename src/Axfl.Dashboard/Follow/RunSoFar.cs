using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Runs.Watching;

namespace Axfl.Dashboard.Follow;

/// <summary>
/// What a page that opens is shown of a run: its files up to now in bounded memory. Each look reads on from where the last one ended; the journal is
/// opened from its end and read back to the start of the day.
/// </summary>
internal sealed class RunSoFar
{
    /// <summary>The most trades and decisions of a day that are kept.</summary>
    public const int MostTrades = 500, MostDecisions = 1000;

    /// <summary>The most bars kept of a symbol: a day of minutes.</summary>
    public const int MostBars = 1440;

    /// <summary>The most bytes of a journal that are read back.</summary>
    public const long MostJournal = 256L << 20;

    // And the most bytes of decisions: a thousand of the usual length have a quarter of it.
    private const int MostBytes = 1 << 20;

    private const int MostNotes = 100;

    private readonly string _directory;
    private readonly LineTail _trades, _decisions;
    private readonly JournalLine _line = new();
    private readonly Queue<Trade> _newest = new();
    private readonly Queue<(long Time, byte[] Json)> _orders = new();
    private readonly Queue<byte[]> _notes = new();
    private SortedList<long, Bar>[] _bars = [];
    private long _bytes;
    private JournalTail? _journal;

    /// <param name="directory">Run directory.</param>
    public RunSoFar(string directory)
    {
        _directory = directory;
        _trades = Tail(RunFiles.Trades);
        _decisions = Tail(RunFiles.Decisions);
    }

    /// <summary>How far the files have been read.</summary>
    public RunPosition Position => new(_trades.Position, _decisions.Position, _journal?.Segment ?? 0, _journal?.Position ?? 0);

    /// <summary>Symbols in plan order; empty: there is no journal.</summary>
    public IReadOnlyList<string> Symbols { get; private set; } = [];

    /// <summary>Equity of the run.</summary>
    public Equity Equity { get; } = new();

    /// <summary>Notes on the feed and on the processes of the run, oldest first.</summary>
    public IEnumerable<byte[]> Notes => _notes;

    /// <summary>Reads on.</summary>
    /// <param name="since">Start of the day, unix ms: what lies before is not kept.</param>
    /// <returns>False: the files are others than those of which a part was read.</returns>
    /// <exception cref="IOException">A file cannot be read now.</exception>
    public bool CatchUp(long since)
    {
        if (_journal is null && JournalSymbols.Of(_directory) is { } symbols) OpenJournal(symbols, since);
        return Drain(() => _trades.Read(TakeTrade)) && Drain(() => _decisions.Read(TakeDecision)) && Drain(() => _journal?.Read(TakeJournal) ?? TailResult.Nothing);
    }

    /// <summary>The trades of a day, at most <see cref="MostTrades"/>, oldest first.</summary>
    public IEnumerable<Trade> TradesSince(long since) => _newest.Where(t => EventTime.FromDateTime(t.ExitTime) >= since);

    /// <summary>The decisions of a day as JSON, at most <see cref="MostDecisions"/>, oldest first.</summary>
    public IEnumerable<byte[]> DecisionsSince(long since) => _orders.Where(d => d.Time >= since).Select(d => d.Json);

    /// <summary>Complete bars of a day, at most <see cref="MostBars"/>, oldest first.</summary>
    /// <param name="symbol">Index of a symbol.</param>
    /// <param name="since">Start of the day, unix ms.</param>
    public IEnumerable<Bar> BarsSince(int symbol, long since) => _bars[symbol].Values.Where(b => b.Time >= since);

    private static bool Drain(Func<TailResult> read)
    {
        TailResult result;
        do result = read();
        while (result == TailResult.More);
        return result != TailResult.Changed;
    }

    private void TakeTrade(ReadOnlySpan<byte> line, long end)
    {
        if (TradeLine.Read(line) is not { } trade) return;
        Equity.Add(trade);
        Keep(_newest, trade, MostTrades);
    }

    private void TakeDecision(ReadOnlySpan<byte> line, long end)
    {
        if (EventJson.OfLine(line, out var time) is not { } json || time is not { } at) return;
        _orders.Enqueue((at, json));
        for (_bytes += json.Length; _orders.Count > 1 && (_orders.Count > MostDecisions || _bytes > MostBytes);) _bytes -= _orders.Dequeue().Json.Length;
    }

    private LineTail Tail(string file) => new(Path.Combine(_directory, file), 0) { PassedOver = bytes => PassedOver(file, bytes) };

    private void PassedOver(string file, long bytes) => Keep(_notes, EventJson.OfPassedOver(file, bytes), MostNotes);

    private void PassedOverInJournal(long bytes) => PassedOver("the journal", bytes);

    private void OpenJournal(IReadOnlyList<string> symbols, long since)
    {
        Symbols = symbols;
        _bars = [.. symbols.Select(_ => new SortedList<long, Bar>())];
        _journal = JournalTail.AtEnd(_directory, PassedOverInJournal);
        var (files, left, notes) = (new JournalFiles(_directory), MostJournal, new List<(long Time, byte[] Json)>());
        var isBefore = false;
        foreach (var segment in files.Present().Where(s => s <= _journal.Segment).Reverse())
        {
            if (isBefore || left <= 0) break;
            var end = segment == _journal.Segment ? _journal.Position : BackwardLines.EndOf(files.Segment(segment));
            left -= end - BackwardLines.Read(files.Segment(segment), end, left, (line, _) => isBefore |= TakeBack(line, since, notes), () => !isBefore, PassedOverInJournal);
        }

        foreach (var (_, note) in notes.OrderBy(n => n.Time)) Keep(_notes, note, MostNotes);
    }

    // Whether a line is of the time before the day: bars of history are older than the line they stand in.
    private bool TakeBack(ReadOnlySpan<byte> line, long since, List<(long, byte[])> notes)
    {
        var kind = JournalEntry.KindOf(line);
        if (kind.SequenceEqual("clock"u8)) return JournalEntry.TryParse(_line, line) && _line.Time < since;
        var isNote = JournalEntry.IsNote(kind);
        if ((!isNote && !JournalEntry.HasBars(kind)) || !JournalEntry.TryParse(_line, line)) return false;
        if (isNote) notes.Add((_line.Time, EventJson.OfNote(_line)));
        else KeepBars(since);
        return false;
    }

    private void TakeJournal(ReadOnlySpan<byte> line, long end)
    {
        var kind = JournalEntry.KindOf(line);
        var isNote = JournalEntry.IsNote(kind);
        if ((!isNote && !JournalEntry.HasBars(kind)) || !JournalEntry.TryParse(_line, line)) return;
        if (isNote) Keep(_notes, EventJson.OfNote(_line), MostNotes);
        else KeepBars(long.MinValue);
    }

    private void KeepBars(long since)
    {
        foreach (var missed in _line.Bars)
        {
            var (symbol, bar) = (missed.Bar.Symbol, missed.Bar.Bar);
            if (bar.Time < since || symbol < 0 || symbol >= _bars.Length) continue;
            _bars[symbol][bar.Time] = bar;
            if (_bars[symbol].Count > MostBars) _bars[symbol].RemoveAt(0);
        }
    }

    private static void Keep<T>(Queue<T> queue, T item, int most)
    {
        queue.Enqueue(item);
        if (queue.Count > most) queue.Dequeue();
    }
}
