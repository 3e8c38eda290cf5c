using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Streaming;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Live;

/// <summary>
/// What a live run does with each signal: takes prices, clock and history in the order in which they come, writes them down, and folds them. One
/// thread; it starts nothing and waits for nothing.
/// </summary>
/// <param name="session">Journal and fold.</param>
/// <param name="watch">State of the feed.</param>
/// <param name="repair">Fills gaps.</param>
/// <param name="end">When the run ends by itself.</param>
/// <param name="statuses">Makes and sends statuses.</param>
/// <param name="silence">What is done about symbols without prices.</param>
/// <param name="rejects">Counts and notes what is not used.</param>
/// <param name="clock">Time of the run.</param>
/// <param name="time">This machine's clock, for measuring.</param>
/// <param name="latency">Takes the time from event to decision.</param>
/// <param name="send">Takes what the run says.</param>
internal sealed class LiveLoop(
    LiveSession session, FeedWatch watch, GapRepair repair, LiveEnd end, LiveStatuses statuses, Silence silence, RejectNotes rejects, LiveTime clock,
    TimeProvider time, LatencyHistogram latency, Action<RunEvent> send)
{
    /// <summary>Why a run ends that somebody asked to.</summary>
    public const string AskedToStop = "asked to stop";

    private readonly Queue<FeedEvent> _waiting = new();
    private readonly IReadOnlyList<SymbolPlan> _symbols = session.Plan.Engine.Symbols;
    private readonly long[] _saidHeld = [.. session.Plan.Engine.Symbols.Select(static _ => long.MinValue)];
    private readonly long[] _saidBelieved = [.. session.Plan.Engine.Symbols.Select(static _ => long.MinValue)];
    private readonly CalendarWatch _calendars = new(session, send);
    private long _lastClock, _lastFlush;

    /// <summary>Why what the run says could not be shown; null: it could.</summary>
    public string? ConsoleFault { get; private set; }

    /// <summary>Called each second when what was written has been given to the operating system: it can go to the disk.</summary>
    public Action Flushed { get; init; } = static () => { };

    /// <summary>Takes a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="more">Whether others wait: then what is urgent goes to the disk with them.</param>
    /// <returns>Why the run ends; null: it goes on.</returns>
    /// <exception cref="AxflException">The feed has ended, prices would be lost, or something cannot be written.</exception>
    public string? Handle(LiveSignal signal, bool more)
    {
        var now = clock.Now;
        switch (signal)
        {
            case FeedSignal feed: _waiting.Enqueue(feed.Event); break;
            case ClockSignal: OnClock(now); break;
            case RepairSignal answer: repair.Take(answer.Answer, now); break;
            case EndSignal ended: throw ended.Fault ?? Failed();
            case ConsoleSignal lost: OnConsoleLost(lost, now); break;
            case AlertSignal told: send(told.Notice); break;
            case StopSignal: return AskedToStop;
        }

        while (!repair.IsHolding && _waiting.TryPeek(out var item) && Take(item)) _waiting.Dequeue();
        if (_waiting.Count > FeedOptions.DefaultQueueCapacity)
        {
            throw new FeedException("FeedQueueOverflow", FeedErrorClass.BadRequest, string.Create(CultureInfo.InvariantCulture,
                $"{_waiting.Count} prices wait for the history of a gap: prices would be lost, so the run stops. Resume it with {Spelling.Of("Resume")}."));
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
                if (!clock.IsAhead(tick) && repair.HasToWait(tick.Symbol, tick.Tick.Time)) return false;
                TakePrice(tick);
                if (tick.Timestamp != 0) latency.Add(time.GetElapsedTime(tick.Timestamp).Ticks);
                break;
            case StateEvent state:
                send(watch.Take(state));
                if (state.State is FeedState.BackingOff or FeedState.Failed) LoseAll();
                break;
            case SymbolEvent symbol:
                OnSymbol(symbol);
                break;
            case RejectedEvent rejected:
                rejects.Add(rejected.Received, rejected.Reason.ToString(), rejected.Symbol, rejected.Detail);
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

    private void TakePrice(TickEvent price)
    {
        if (clock.Take(price)) OnSkew();
        var name = _symbols[price.Symbol].Instrument.Symbol;
        if (clock.IsAhead(price))
        {
            rejects.Add(price.Received, "Ahead", price.Symbol, string.Create(CultureInfo.InvariantCulture,
                $"{name} {price.Tick.Price} is stamped {(price.Tick.Time - price.Received - clock.Skew) / 1000.0:0.0} s ahead of its receipt."));
            return;
        }

        var held = session.Fold.HeldPrices(price.Symbol).Count;
        var last = session.Fold.LastKnown(price.Symbol);
        var verdict = session.Inputs.Tick(price.Symbol, price.Tick, price.Received + clock.Skew - price.Tick.Time);
        if (verdict == TickVerdict.Absurd) held++;
        else if (verdict == TickVerdict.Held && held == 0 && last > 0) SayHeld(price, name, last);
        else if (verdict == TickVerdict.Accepted && held == PriceGuard.Witnesses - 1 && last > 0) SayBelieved(price, name, last);
        if (held > 0 && verdict is TickVerdict.Absurd || (verdict == TickVerdict.Accepted && held is > 0 and < PriceGuard.Witnesses - 1))
            Refused(price, name, held);
    }

    private void Refused(TickEvent price, string name, int count) => session.Inputs.Note(JournalKind.Rejected, price.Received, "Far", string.Create(
        CultureInfo.InvariantCulture, $"{name}: {count} prices too far from the last were refused; then came {price.Tick.Price}."));

    private void SayHeld(TickEvent price, string name, double last)
    {
        if (_saidHeld[price.Symbol] != long.MinValue && price.Received - _saidHeld[price.Symbol] < EventTime.Minute) return;
        _saidHeld[price.Symbol] = price.Received;
        send(new PriceHeld(price.Received, name, price.Tick.Price, last));
    }

    private void SayBelieved(TickEvent price, string name, double last)
    {
        if (_saidBelieved[price.Symbol] != long.MinValue && price.Received - _saidBelieved[price.Symbol] < EventTime.Minute) return;
        _saidBelieved[price.Symbol] = price.Received;
        send(new PriceBelieved(price.Received, name, PriceGuard.Witnesses, price.Tick.Price, last));
    }

    private void OnSkew()
    {
        session.Inputs.Skew(clock.Now, clock.Skew);
        send(new ClockCorrected(clock.Skew));
    }

    // What the provider says of a symbol can only stop its prices: fresh it becomes by a price alone.
    private void OnSymbol(SymbolEvent change)
    {
        var name = change.Symbol < 0 ? "feed" : _symbols[change.Symbol].Instrument.Symbol;
        var bad = change.State is SymbolFeedState.Refused or SymbolFeedState.Halted;
        send(new SymbolFeedChanged(change.Received, name, change.State.ToString().ToLowerInvariant(), change.Detail, bad));
        if (!bad || change.Symbol < 0 || session.Fold[change.Symbol].IsFeedStale) return;
        session.Inputs.Stale(change.Symbol, true, $"{change.State.ToString().ToLowerInvariant()}: {change.Detail}");
        if (!session.Fold[change.Symbol].IsLost) session.Inputs.Lost(change.Symbol);
    }

    private void OnConsoleLost(ConsoleSignal lost, long now)
    {
        ConsoleFault ??= $"{lost.Reason} (since {EventTime.ToIso(now)}; the run went on, its files are complete)";
        send(new ConsoleGone(now, lost.Reason));
    }

    private void OnClock(long now)
    {
        if (!repair.IsHolding && (now >= session.Fold.NextClose || now / EventTime.Minute > _lastClock / EventTime.Minute || session.Fold.IsClockDue(now)))
        {
            _lastClock = now;
            session.Inputs.Clock(now);
            _calendars.OnClock(now);
        }

        if (session.Fold.Now - now >= session.Plan.Live.StaleAfterS * 1000L) OnTimeAhead(now);
        silence.OnClock(now);
        repair.OnClock(now);
        // A correction of the clock that ends sets the time back.
        if (now - _lastFlush >= 1000 || now < _lastFlush)
        {
            _lastFlush = now;
            if (clock.Tell() is { } late) send(late);
            if (session.CutIfDue(now) is { } problem) send(new SnapshotMissing(problem));
            session.Journal.Flush();
            session.Recorder.Flush();
            Flushed();
        }

        statuses.OnClock(now);
        session.Alerts?.OnClock(now, statuses.IsHealthy);
    }

    // Time does not go back: prices stamped far ahead were believed while a correction of the clock lasted, and none is taken until the clock has come to them.
    private void OnTimeAhead(long now)
    {
        var until = EventTime.ToIso(session.Fold.Now);
        var isSaid = false;
        for (var i = 0; i < _symbols.Count; i++)
        {
            if (session.Fold[i].IsFeedStale) continue;
            session.Inputs.Stale(i, true, $"prices stamped up to {until} were taken, and time does not go back: none is used until then");
            isSaid = true;
        }

        if (!isSaid) return;
        send(new PricesAhead(now, session.Fold.Now));
    }

    private FeedException Failed() => new("FeedFailed", watch.FailedWith ?? FeedErrorClass.Transient,
        (watch.Error ?? "The feed ended.") + $" Positions and orders stay in the journal: resume with {Spelling.Of("Resume")} when it is fixed.");
}
