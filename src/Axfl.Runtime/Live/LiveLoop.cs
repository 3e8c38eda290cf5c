using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>
/// What a live run does with each signal: takes prices, clock and history in the order in which they come, writes them down, and folds them. One
/// thread; it starts nothing and waits for nothing.
/// </summary>
/// <param name="session">Journal and fold.</param>
/// <param name="watch">State of the feed.</param>
/// <param name="repair">Fills gaps.</param>
/// <param name="end">When the run ends by itself.</param>
/// <param name="statuses">Makes and sends statuses.</param>
/// <param name="time">Clock.</param>
/// <param name="latency">Takes the time from event to decision.</param>
/// <param name="send">Takes what the run says.</param>
internal sealed class LiveLoop(
    LiveSession session, FeedWatch watch, GapRepair repair, LiveEnd end, LiveStatuses statuses, TimeProvider time, LatencyHistogram latency,
    Action<RunEvent> send)
{
    /// <summary>Why a run ends that somebody asked to.</summary>
    public const string AskedToStop = "asked to stop";

    private readonly Queue<FeedEvent> _waiting = new();
    private readonly IReadOnlyList<SymbolPlan> _symbols = session.Plan.Engine.Symbols;
    private long _lastClock, _lastFlush;

    /// <summary>Called each second when what was written has been given to the operating system: it can go to the disk.</summary>
    public Action Flushed { get; init; } = static () => { };

    /// <summary>Takes a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="more">Whether others wait: then what is urgent goes to the disk with them.</param>
    /// <returns>Why the run ends; null: it goes on.</returns>
    /// <exception cref="AxflException">The feed has ended, prices would be lost, or something cannot be written.</exception>
    public string? Handle(LiveSignal signal, bool more)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        switch (signal)
        {
            case FeedSignal feed: _waiting.Enqueue(feed.Event); break;
            case ClockSignal: OnClock(now); break;
            case RepairSignal answer: repair.Take(answer.Answer, now); break;
            case EndSignal ended: throw ended.Fault ?? Failed();
            case StopSignal: return AskedToStop;
        }

        while (!repair.IsHolding && _waiting.TryPeek(out var item) && Take(item)) _waiting.Dequeue();
        if (_waiting.Count > FeedOptions.DefaultQueueCapacity)
        {
            throw new FeedException("FeedQueueOverflow", FeedErrorClass.BadRequest, string.Create(CultureInfo.InvariantCulture,
                $"{_waiting.Count} prices wait for the history of a gap: prices would be lost, so the run stops. Go on with -Resume (--resume)."));
        }

        if (session.Results.IsUrgent && (!more || signal is ClockSignal)) session.Settle();
        return signal is ClockSignal ? end.IsReached(now, session.Fold.Engine) : null;
    }

    // False: it has to wait for history.
    private bool Take(FeedEvent item)
    {
        switch (item)
        {
            case TickEvent tick:
                if (repair.HasToWait(tick.Symbol, tick.Tick.Time)) return false;
                session.Inputs.Tick(tick.Symbol, tick.Tick);
                if (tick.Timestamp != 0) latency.Add(time.GetElapsedTime(tick.Timestamp).Ticks);
                break;
            case StateEvent state:
                send(watch.Take(state));
                session.Inputs.Note(JournalKind.Feed, state.Received, FeedWatch.Name(state.State), state.Detail);
                if (state.State is FeedState.BackingOff or FeedState.Failed) LoseAll();
                break;
            case SymbolEvent symbol:
                OnSymbol(symbol);
                break;
            case RejectedEvent rejected:
                session.Inputs.Note(JournalKind.Rejected, rejected.Received, rejected.Reason.ToString(), rejected.Detail);
                break;
        }

        return true;
    }

    /// <summary>Prices of all symbols may be missing from their last on.</summary>
    public void LoseAll()
    {
        for (var i = 0; i < _symbols.Count; i++)
            if (!session.Fold[i].IsLost) session.Inputs.Lost(i);
    }

    private void OnSymbol(SymbolEvent change)
    {
        var name = change.Symbol < 0 ? "feed" : _symbols[change.Symbol].Instrument.Symbol;
        var bad = change.State is SymbolFeedState.Stale or SymbolFeedState.Refused or SymbolFeedState.Halted;
        send(new NoticeEvent(bad ? NoticeLevel.Warning : NoticeLevel.Verbose,
            $"{EventTime.ToIso(change.Received)} {name}: {change.State.ToString().ToLowerInvariant()}. {change.Detail}"));
        if (change.Symbol < 0 || bad == session.Fold[change.Symbol].IsFeedStale) return;
        session.Inputs.Stale(change.Symbol, bad, change.Detail);

        // Silence as long as a bar may have been a dead subscription: what was missed is asked for when prices are back.
        if (change.State == SymbolFeedState.Fresh && change.Received - session.Fold[change.Symbol].LastTick.Time >= session.Plan.Engine.Interval.Milliseconds)
            session.Inputs.Lost(change.Symbol);
    }

    private void OnClock(long now)
    {
        if (!repair.IsHolding && (now >= session.Fold.NextClose || now / EventTime.Minute > _lastClock / EventTime.Minute))
        {
            _lastClock = now;
            session.Inputs.Clock(now);
        }

        repair.OnClock(now);
        if (now - _lastFlush >= 1000)
        {
            _lastFlush = now;
            session.Journal.Flush();
            session.Recorder.Flush();
            Flushed();
        }

        statuses.OnClock(now);
    }

    private FeedException Failed() => new("FeedFailed", watch.FailedWith ?? FeedErrorClass.Transient,
        (watch.Error ?? "The feed ended.") + " Positions and orders stay in the journal: go on with -Resume (--resume) when it is mended.");
}
