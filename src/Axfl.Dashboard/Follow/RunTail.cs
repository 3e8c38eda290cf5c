using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Runs.Watching;

namespace Axfl.Dashboard.Follow;

/// <summary>What a run adds to its files from a position on: each trade and decision once, prices and bars, and what its journal notes of the feed.</summary>
internal sealed class RunTail
{
    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly LineTail _trades, _decisions;
    private readonly JournalTail _journal;
    private readonly JournalLine _line = new();
    private PriceNews? _prices;

    /// <param name="directory">Run directory.</param>
    /// <param name="from">Where to begin; null: at the present end.</param>
    /// <param name="time">Clock.</param>
    public RunTail(string directory, RunPosition? from, TimeProvider time)
    {
        (_directory, _time) = (directory, time);
        var (trades, decisions) = (Path.Combine(directory, RunFiles.Trades), Path.Combine(directory, RunFiles.Decisions));
        _trades = new LineTail(trades, from?.Trades ?? BackwardLines.EndOf(trades));
        _decisions = new LineTail(decisions, from?.Decisions ?? BackwardLines.EndOf(decisions));
        _journal = from is { } p ? new JournalTail(directory, p.Segment, p.Journal) : JournalTail.AtEnd(directory);
    }

    /// <summary>How far it has come.</summary>
    public RunPosition Position => new(_trades.Position, _decisions.Position, _journal.Segment, _journal.Position);

    /// <summary>Whether the files are others than those of which a part was read: whoever follows begins anew.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Reads on, at most a block of each file.</summary>
    /// <param name="events">Takes what happened, in the order of each file.</param>
    /// <returns>Whether there is more to read at once.</returns>
    /// <exception cref="IOException">A file cannot be read now.</exception>
    public bool Read(ICollection<PageEvent> events)
    {
        // Each event says how far its own file was read, and the others up to here: taken up behind it, nothing is missed or told twice.
        var trades = _trades.Read((line, _) => Add(events, "trade", TradeLine.Read(line) is { } trade ? EventJson.Of(trade) : null));
        var decisions = _decisions.Read((line, _) => Add(events, "decision", EventJson.OfLine(line)));
        var journal = ReadJournal(events);
        IsChanged |= trades == TailResult.Changed || decisions == TailResult.Changed;
        return !IsChanged && (trades == TailResult.More || decisions == TailResult.More || journal == TailResult.More);
    }

    private TailResult ReadJournal(ICollection<PageEvent> events)
    {
        if (_prices is null && JournalSymbols.Of(_directory) is { } symbols) _prices = new PriceNews(symbols, _time);
        var told = Position;
        var result = _journal.Read((line, end) =>
        {
            TakeJournal(line, told, events);
            told = told with { Journal = end };
        });
        AddPrices(events, Position);
        return result;
    }

    private void TakeJournal(ReadOnlySpan<byte> line, RunPosition before, ICollection<PageEvent> events)
    {
        var kind = JournalEntry.KindOf(line);
        var isNote = JournalEntry.IsNote(kind);
        if (!isNote && !JournalEntry.HasBars(kind) && !kind.SequenceEqual("tick"u8)) return;
        if (!JournalEntry.TryParse(_line, line)) return;
        if (!isNote)
        {
            _prices?.Take(_line);
            return;
        }

        // Bars that wait would be missed by whoever takes up behind the note: they are told before it.
        AddPrices(events, before);
        Add(events, "feed", EventJson.OfNote(_line));
    }

    private void AddPrices(ICollection<PageEvent> events, RunPosition after)
    {
        foreach (var price in _prices?.Due() ?? []) events.Add(new PageEvent("price", after, price));
    }

    private void Add(ICollection<PageEvent> events, string name, byte[]? data)
    {
        if (data is not null) events.Add(new PageEvent(name, Position, data));
    }
}
