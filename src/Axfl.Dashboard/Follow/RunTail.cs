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
    private ICollection<PageEvent> _events = [];
    private IReadOnlyList<string> _symbols = [];
    private PriceNews? _prices;

    // Of the journal: where the page that returned stood; where the next line begins; up to where notes and bars were told, and prices.
    private RunPosition _from, _next, _lines, _ticks;

    /// <param name="directory">Run directory.</param>
    /// <param name="from">Where to begin; null: at the present end.</param>
    /// <param name="time">Clock.</param>
    public RunTail(string directory, RunPosition? from, TimeProvider time)
    {
        (_directory, _time) = (directory, time);
        _trades = Tail(RunFiles.Trades, from?.Trades);
        _decisions = Tail(RunFiles.Decisions, from?.Decisions);
        _journal = from is { } p ? new JournalTail(directory, p.Segment, p.Journal - p.Back, PassedOverInJournal) : JournalTail.AtEnd(directory, PassedOverInJournal);
        _next = _ticks = InJournal();
        _from = _lines = from is { } f ? new RunPosition(0, 0, f.Segment, f.Journal, f.Told) : _next;
    }

    /// <summary>How far it has told: behind it nothing is missed and nothing told twice.</summary>
    public RunPosition Position => _lines with
    {
        Trades = _trades.Position, Decisions = _decisions.Position, Back = _ticks.Segment == _lines.Segment ? _lines.Journal - _ticks.Journal : 0,
    };

    /// <summary>Whether the files are others than those of which a part was read: whoever follows begins anew.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Reads on, at most a block of each file.</summary>
    /// <param name="events">Takes what happened, in the order of each file.</param>
    /// <returns>Whether there is more to read at once.</returns>
    /// <exception cref="IOException">A file cannot be read now.</exception>
    public bool Read(ICollection<PageEvent> events)
    {
        // Each event says how far its own file was read, and the others up to here: taken up behind it, nothing is missed or told twice.
        _events = events;
        var trades = _trades.Read((line, _) => Add("trade", TradeLine.Read(line) is { } trade ? EventJson.Of(trade) : null));
        var decisions = _decisions.Read((line, _) => Add("decision", EventJson.OfLine(line)));
        var journal = ReadJournal();
        IsChanged |= trades == TailResult.Changed || decisions == TailResult.Changed;
        return !IsChanged && (trades == TailResult.More || decisions == TailResult.More || journal == TailResult.More);
    }

    private TailResult ReadJournal()
    {
        if (_prices is null && JournalSymbols.Of(_directory) is { } symbols) (_symbols, _prices) = (symbols, new PriceNews(symbols, _time));
        var result = _journal.Read((line, _) =>
        {
            TakeJournal(line);
            GoOn();
        });
        if (_prices is { IsDue: true }) TellPrices();
        GoOn();
        return result;
    }

    // Behind a line of which nothing more is told, or into the next segment, before which what waits is told: a position is in one segment.
    private void GoOn()
    {
        var now = InJournal();
        // It was cut, or is another.
        var isBack = IsBefore(now, _next);
        if ((isBack || now.Segment != _next.Segment) && _prices is { IsWaiting: true }) TellPrices();
        if (isBack) _from = _lines = _ticks = now;
        _next = now;
        if (IsBefore(_lines, now)) _lines = now;
        if (_prices is not { IsWaiting: true }) _ticks = now;
    }

    private void TakeJournal(ReadOnlySpan<byte> line)
    {
        var kind = JournalEntry.KindOf(line);
        var (isNote, hasBars) = (JournalEntry.IsNote(kind), JournalEntry.HasBars(kind));
        if (!isNote && !hasBars && !kind.SequenceEqual("tick"u8)) return;
        if (!JournalEntry.TryParse(_line, line)) return;
        if (isNote) TellLine([("feed", EventJson.OfNote(_line))]);
        else if (hasBars) TellLine(Bars());
        else _prices?.Take(_line, InJournal());
    }

    private List<(string Name, byte[] Data)> Bars() =>
    [
        .. _line.Bars.Where(b => b.Bar.Symbol >= 0 && b.Bar.Symbol < _symbols.Count).GroupBy(b => b.Bar.Symbol).OrderBy(g => g.Key)
            .Select(g => ("price", EventJson.OfBars(_symbols[g.Key], g.Select(b => b.Bar.Bar)))),
    ];

    // The place of all but the last event of a line is where the line begins, with how many of its events were told.
    private void TellLine(List<(string Name, byte[] Data)> events)
    {
        if (IsBefore(_next, _from)) return;
        if (_prices is { IsDue: true }) TellPrices();
        for (var i = _next == _from with { Told = 0 } ? _from.Told : 0; i < events.Count; i++)
        {
            _lines = i < events.Count - 1 ? _next with { Told = i + 1 } : InJournal();
            Add(events[i].Name, events[i].Data);
        }
    }

    private void TellPrices()
    {
        foreach (var (after, json) in _prices!.Tell())
        {
            _ticks = after;
            if (IsBefore(_lines, after)) _lines = after;
            Add("price", json);
        }
    }

    private void PassedOverInJournal(long bytes)
    {
        TellLine([("feed", EventJson.OfPassedOver("the journal", bytes))]);
        GoOn();
    }

    private static bool IsBefore(RunPosition one, RunPosition other) => (one.Segment, one.Journal).CompareTo((other.Segment, other.Journal)) < 0;

    private LineTail Tail(string file, long? position)
    {
        var path = Path.Combine(_directory, file);
        return new LineTail(path, position ?? BackwardLines.EndOf(path)) { PassedOver = bytes => Add("feed", EventJson.OfPassedOver(file, bytes)) };
    }

    private RunPosition InJournal() => new(0, 0, _journal.Segment, _journal.Position);

    private void Add(string name, byte[]? data)
    {
        if (data is not null) _events.Add(new PageEvent(name, Position, data));
    }
}
