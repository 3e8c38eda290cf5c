using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Streams;

/// <summary>
/// What strategies did, by strategy, parameters and bars: each distinct combination runs once, and plans that share it play it back. For the plans of one
/// catalogue of strategies; safe on any number of threads.
/// </summary>
/// <remarks>Streams used least recently are dropped beyond the bound and made again when they are needed.</remarks>
public sealed class SignalStreams
{
    /// <summary>Default of the bound: 512 MiB.</summary>
    public const long DefaultBound = 512L << 20;

    private const int MillisecondsBetweenLooks = 50;

    private readonly long _bound;
    private readonly object _lock = new();
    private readonly Dictionary<(SharedBars Bars, string Signal), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _bytes;
    private long _made;

    /// <summary>Without streams yet.</summary>
    /// <param name="bound">Bytes of streams kept at the most.</param>
    public SignalStreams(long bound = DefaultBound) => _bound = bound;

    /// <summary>Memory of the streams kept, bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>Streams kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>Times a strategy was run to make a stream.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>How many distinct streams plans need together over the same bars, and how many of their slots share none.</summary>
    public static (int Streams, int Unshared) Needed(IEnumerable<EnginePlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        HashSet<string> keys = new(StringComparer.Ordinal);
        var unshared = 0;
        foreach (var plan in plans)
        {
            foreach (var key in KeysOf(plan))
            {
                if (key is null) unshared++;
                else keys.Add(key);
            }
        }

        return (keys.Count, unshared);
    }

    /// <summary>What tells the streams of a plan's slots apart, over the same bars: equal texts are one stream; null: the slot shares none.</summary>
    public static IEnumerable<string?> KeysOf(EnginePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Symbols.SelectMany(symbol => symbol.Slots.Select(slot => SignalKey.Of(symbol.Instrument, plan.Interval, slot)));
    }

    /// <summary>The streams of all slots of a plan, by symbol and slot; null: the slot's strategy shares none.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal SignalStream?[][] Of(EnginePlan plan, IReadOnlyList<SharedBars> bars, CancellationToken cancellation)
    {
        var streams = new SignalStream?[plan.Symbols.Count][];
        List<(int Symbol, int Slot, Entry Entry)> elsewhere = [];
        for (var i = 0; i < streams.Length; i++)
        {
            var symbol = plan.Symbols[i];
            streams[i] = new SignalStream?[symbol.Slots.Count];
            for (var k = 0; k < streams[i].Length; k++)
            {
                if (SignalKey.Of(symbol.Instrument, plan.Interval, symbol.Slots[k]) is not { } key) continue;
                var entry = Claim((bars[i], key), out var isOurs);
                if (isOurs) streams[i][k] = Make(entry, symbol.Instrument, plan.Interval, symbol.Slots[k], bars[i], cancellation);
                else elsewhere.Add((i, k, entry));
            }
        }

        // Another thread is at these, or has been: first what nobody is at, then the waiting.
        foreach (var (i, k, entry) in elsewhere)
        {
            var symbol = plan.Symbols[i];
            streams[i][k] = Await(entry, cancellation) ?? Again(entry.Key, symbol.Instrument, plan.Interval, symbol.Slots[k], bars[i], cancellation);
        }

        return streams;
    }

    private SignalStream Again(
        (SharedBars, string) key, Instrument instrument, Interval interval, SlotPlan slot, SharedBars bars, CancellationToken cancellation)
    {
        while (true)
        {
            var entry = Claim(key, out var isOurs);
            if (isOurs) return Make(entry, instrument, interval, slot, bars, cancellation);
            if (Await(entry, cancellation) is { } stream) return stream;
        }
    }

    private Entry Claim((SharedBars, string) key, out bool isOurs)
    {
        lock (_lock)
        {
            isOurs = !_entries.TryGetValue(key, out var node);
            if (isOurs) _entries.Add(key, node = new LinkedListNode<Entry>(new Entry(key)));
            else _byUse.Remove(node!);
            _byUse.AddLast(node!);
            return node!.Value;
        }
    }

    private SignalStream Make(Entry entry, Instrument instrument, Interval interval, SlotPlan slot, SharedBars bars, CancellationToken cancellation)
    {
        SignalStream? stream = null;
        try
        {
            stream = SignalRecorder.Record(instrument, interval, slot, bars, cancellation);
            Interlocked.Increment(ref _made);
            return stream;
        }
        finally
        {
            Keep(entry, stream);
        }
    }

    // A stopped recording leaves nothing; whoever waits for it makes it himself.
    private void Keep(Entry entry, SignalStream? stream)
    {
        lock (_lock)
        {
            (entry.Stream, entry.IsDone) = (stream, true);
            Monitor.PulseAll(_lock);
            if (stream is null) Drop(_entries[entry.Key]);
            else
            {
                entry.Bytes = stream.Bytes;
                _bytes += stream.Bytes;
            }

            for (var node = _byUse.First; node is not null && _bytes > _bound;)
            {
                var next = node.Next;
                if (node.Value.Bytes > 0) Drop(node);
                node = next;
            }
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _bytes -= node.Value.Bytes;
        _byUse.Remove(node);
        _entries.Remove(node.Value.Key);
    }

    private SignalStream? Await(Entry entry, CancellationToken cancellation)
    {
        lock (_lock)
        {
            while (!entry.IsDone)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_lock, MillisecondsBetweenLooks);
            }

            return entry.Stream;
        }
    }

    private sealed class Entry((SharedBars Bars, string Signal) key)
    {
        public (SharedBars Bars, string Signal) Key { get; } = key;

        /// <summary>Whether making its stream has ended.</summary>
        public bool IsDone { get; set; }

        /// <summary>Its stream; null: it is being made, or making it was stopped.</summary>
        public SignalStream? Stream { get; set; }

        /// <summary>Memory of its stream; 0 while it is made.</summary>
        public long Bytes { get; set; }
    }
}
