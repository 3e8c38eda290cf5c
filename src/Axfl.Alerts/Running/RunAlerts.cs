using Axfl.Alerts.Delivery;
using Axfl.Alerts.Messages;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Gates;
using Axfl.Engine.Results;
using Axfl.Runs.Alerts;
using Axfl.Runs.Events;

namespace Axfl.Alerts.Running;

/// <summary>Makes messages of what happens to a run and hands them to the queues of its channels, when what they tell is on the disk.</summary>
/// <param name="run">The run.</param>
/// <param name="channels">Its channels.</param>
/// <param name="heartbeat">Its heartbeat; null: none.</param>
/// <param name="log">Notes what was sent.</param>
/// <param name="made">Keeps what no other file of the run tells.</param>
/// <param name="counts">Counts.</param>
/// <param name="time">Clock.</param>
internal sealed class RunAlerts(AlertedRun run, IReadOnlyList<AlertRoute> channels, Heartbeat? heartbeat, AlertLog log, MadeAlerts made, DeliveryCounts counts, TimeProvider time) : IRunAlerts
{
    /// <summary>How long before the end of an earlier process things happened that are told late.</summary>
    public const long LateMs = 15 * EventTime.Minute;

    /// <summary>How long a stop waits for what is queued, and for the tasks that are told to end.</summary>
    public static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan EndOfTasks = TimeSpan.FromMilliseconds(500);

    private readonly AlertEvents _wanted = channels.Aggregate(AlertEvents.None, static (all, c) => all | c.Events);
    private readonly AlertWriter _write = new(run.RunId);
    private readonly List<Alert> _held = [];
    private readonly HashSet<string> _stale = new(StringComparer.Ordinal);
    private readonly NewsRefusals _news = new();
    private readonly FeedStates _feed = new();
    private readonly DigestBook _book = new();
    private readonly DayR _day = new();
    private long _nextDigest = long.MaxValue;
    private int _trades;
    private double _r;
    private bool _isResumed;

    /// <inheritdoc/>
    public AlertStatus Counts => counts.Now;

    private AlertPlan Plan => run.Plan.Alerts!;

    /// <inheritdoc/>
    public void OnResumed(Func<RunPast> past)
    {
        _isResumed = true;
        try
        {
            TakeUp(past());
        }
        catch (Exception e) when (e is AxflException or IOException or UnauthorizedAccessException)
        {
            run.Notify(new AlertPastUnread(e is AxflException ? e.Message : e.GetType().Name));
        }
    }

    /// <inheritdoc/>
    public void OnStarted(long now)
    {
        if (Plan.Digest is { } digest && _nextDigest == long.MaxValue) _nextDigest = DigestTimes.After(digest, now);
        if (!Wants(AlertEvents.Start)) return;
        var action = _isResumed ? "resumed" : "started";
        Hold(_write.Told(AlertEvents.Start, action, now,
            $"{run.RunId} {action} ({(run.IsLive ? "live" : "replay")}): {string.Join(", ", run.Plan.Engine.Symbols.Select(s => s.Instrument.Symbol))}; {string.Join(", ", run.Plan.Engine.Strategies)}"));
    }

    /// <inheritdoc/>
    public void OnEvent(RunEvent item)
    {
        switch (item)
        {
            case FeedChanged feed: OnFeed(feed); break;
            case SymbolSilent silent when _stale.Add(silent.Symbol):
                OnSymbol("stale", silent.Time, silent.Symbol, $"{silent.Symbol} has {silent.Why} in an open market: {silent.Step}.");
                break;
            case PricesBack back when _stale.Remove(back.Symbol): OnSymbol("back", back.Time, back.Symbol, $"{back.Symbol} has prices again."); break;
            case SymbolFeedChanged { IsMuted: true } muted: OnSymbol(muted.State, muted.Time, muted.Symbol, $"{muted.Symbol}: {muted.State}. {muted.Detail}"); break;
            case CalendarNotRead calendar: Tell(AlertEvents.Guard, "calendar_not_read", calendar.Time, calendar.Message); break;
            case CalendarChanged { Lack: not null } changed: Tell(AlertEvents.Guard, "calendar_lacking", changed.Time, changed.Message); break;
            case ConsoleGone gone: Tell(AlertEvents.Error, "console_lost", gone.Time, gone.Message); break;
            case PricesAhead ahead: Tell(AlertEvents.Error, "prices_ahead", ahead.Time, ahead.Message); break;
            case PositionUnwatched unwatched: Tell(AlertEvents.Error, "position_unwatched", unwatched.Time, unwatched.Message); break;
            case ClockCorrected { SkewMs: not 0 } clock: Tell(AlertEvents.Error, "clock", time.GetUtcNow().ToUnixTimeMilliseconds(), clock.Message); break;
        }
    }

    /// <inheritdoc/>
    public void OnClock(long now, bool isHealthy)
    {
        heartbeat?.OnClock(now, isHealthy);
        if (now < _nextDigest) return;
        Sum(_write.Id($"digest/{_nextDigest}"), now);
        _nextDigest = DigestTimes.After(Plan.Digest!, now);
    }

    /// <inheritdoc/>
    public void Release()
    {
        if (_held.Count == 0) return;
        made.Add(_held);
        foreach (var alert in _held)
            foreach (var channel in channels)
                if (channel.Wants(alert)) channel.Queue.Add(alert);
        _held.Clear();
    }

    /// <inheritdoc/>
    public void OnEnded(long now, string why, bool isFault)
    {
        if (isFault) Tell(AlertEvents.Error, "failed", now, $"{run.RunId} failed: {why}");
        if (Plan.Digest is not null && _trades > 0) Sum(_write.Id($"digest/stop/{now}"), now);
        if (Wants(AlertEvents.Stop))
        {
            var text = FormattableString.Invariant($"{run.RunId} {(isFault ? "failed" : "ended")}: {why.TrimEnd('.')}. {_trades} trades, {_r:+0.00;-0.00;0.00}R; day {_day.Now:+0.00;-0.00;0.00}R");
            Hold(_write.Told(AlertEvents.Stop, isFault ? "failed" : "ended", now, text, new AlertFacts { Action = isFault ? "failed" : "ended", Reason = why, Trades = _trades, R = Math.Round(_r, 4), DayR = Math.Round(_day.Now, 4) }));
        }
    }

    /// <inheritdoc/>
    public async Task Close()
    {
        heartbeat?.Dispose();
        var all = Task.WhenAll(channels.Select(c => c.Queue.Complete()));
        try
        {
            await all.WaitAsync(StopLimit - EndOfTasks, time);
        }
        catch (TimeoutException)
        {
            foreach (var channel in channels) channel.Queue.Abandon();
            await Task.WhenAny(all, Task.Delay(EndOfTasks, time));
        }

        if (!all.IsCompleted) return;
        foreach (var channel in channels) channel.Queue.Dispose();
    }

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed)
    {
        if (Wants(AlertEvents.Order)) Hold(_write.Order(placed.Decision.ToDecision()));
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        if (Wants(AlertEvents.Order)) Hold(_write.Order(cancelled.Decision.ToDecision()));
    }

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        if (IsOfTheMarket(blocked.Gate.Name)) _book.Blocked(blocked.Gate.Name);
        if (blocked.Gate != GateList.News || !Wants(AlertEvents.Guard)) return;
        var decision = blocked.Decision.ToDecision();
        if (_news.IsNew(decision)) Hold(_write.NewsBlocked(decision));
    }

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened)
    {
        if (!Wants(AlertEvents.Trade)) return;
        var order = opened.Order;
        Hold(_write.Opened(
            opened.Instrument.Symbol, opened.Strategy, order.Side.Name(), opened.Units, opened.EntryTime, opened.Entry, Given(order.StopLoss), Given(order.Target), _day.Now));
    }

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        var trade = closed.Trade;
        Count(trade.TradingDay, trade.R);
        _book.Add(trade.R, trade.Pnl, trade.Costs);
        if (Wants(AlertEvents.Trade)) Hold(_write.Closed(trade.ToTrade(), _day.Now));
    }

    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began) => Hold(began.Halt);

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended) => Hold(ended.Halt);

    /// <inheritdoc/>
    public void OnFlatMissed(in FlatMissed missed) => Tell(AlertEvents.Guard, "flat_missed", missed.Time, missed.Description, missed.Instrument.Symbol);

    /// <inheritdoc/>
    public void OnWeekUnknown(in WeekUnknown unknown) => Tell(AlertEvents.Guard, "week_unknown", unknown.Time, unknown.Description);

    private static bool IsOfTheMarket(string gate) => gate != GateList.Warmup.Name;

    private static double? Given(double price) => double.IsNaN(price) ? null : price;

    private bool Wants(AlertEvents kind) => (_wanted & kind) != 0;

    private void Hold(Alert alert) => _held.Add(alert);

    private void Hold(in HaltRecord halt)
    {
        if (Wants(AlertEvents.Halt | AlertEvents.Guard)) Hold(_write.Halt(halt.Time, halt.Kind.Name, halt.Strategy, halt.Began, halt.Value, halt.Limit));
    }

    private void Tell(AlertEvents kind, string action, long at, string text, string? symbol = null)
    {
        if (Wants(kind)) Hold(_write.Told(kind, action, at, text, new AlertFacts { Action = action, Symbol = symbol, Detail = text }));
    }

    private void OnSymbol(string action, long at, string symbol, string text) => Tell(AlertEvents.Feed, action, at, text, symbol);

    private void OnFeed(FeedChanged feed)
    {
        if (feed is FeedLost) _book.Lost(feed.Time);
        if (_feed.Take(feed.State) is not { } action) return;
        if (action == "back") _book.Back(feed.Time);
        if (Wants(AlertEvents.Feed)) Hold(_write.Feed(action, feed.Time, feed.State, $"{feed.Feed}: {feed.Detail}"));
    }

    private void Sum(string id, long now)
    {
        var alert = _book.Take(id, $"{run.RunId} up to {EventTime.ToIso(now)}", now);
        if (Wants(AlertEvents.Digest)) Hold(alert);
    }

    private void Count(int day, double r)
    {
        _trades++;
        _r += r;
        _day.Add(day, r);
    }

    // What is in the files is on the disk: it can go out at once.
    private void TakeUp(RunPast past)
    {
        var sent = log.Read();
        var (late, older) = (0, 0);
        foreach (var alert in PastAlerts.Of(past, _write, _news, _feed).Concat(made.Read()).OrderBy(static a => a.Time))
        {
            AlertRoute[] unsent = [.. channels.Where(c => c.Wants(alert) && !sent.Contains((alert.Id, c.Name)))];
            if (unsent.Length == 0) continue;
            if (alert.Time >= past.Until - LateMs)
            {
                late++;
                foreach (var channel in unsent) channel.Queue.Add(alert with { IsLate = true });
            }
            else
            {
                older++;
                counts.Dropped(unsent.Length);
            }
        }

        for (var i = 0; i < past.Trades.Count; i++) Count(past.TradeDays[i], past.Trades[i].R);
        if (Plan.Digest is { } digest) Rebuild(past, DigestTimes.UpTo(digest, past.Until), digest);
        if (late + older > 0) run.Notify(new AlertsSentLate(late, older));
    }

    // A digest that was due while nobody ran is told with the first look at the clock.
    private void Rebuild(RunPast past, long since, DigestPlan digest)
    {
        foreach (var trade in past.Trades.Where(t => EventTime.FromDateTime(t.ExitTime) >= since)) _book.Add(trade.R, trade.Pnl, trade.Costs);
        foreach (var decision in past.Decisions)
            if (EventTime.FromDateTime(decision.Time) >= since && IsRefusal(decision)) _book.Blocked(decision.Result);
        foreach (var state in past.Feed.Where(f => f.Time >= since))
        {
            if (FeedStates.IsLost(state.State)) _book.Lost(state.Time);
            else if (FeedStates.IsBack(state.State)) _book.Back(state.Time);
        }

        _nextDigest = DigestTimes.After(digest, past.Until);
    }

    private static bool IsRefusal(Decision decision) => decision.Stage != "cancel" && decision.Result is not ("accepted" or "filled") && IsOfTheMarket(decision.Result);
}

/// <summary>A channel of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Events">What it sends.</param>
/// <param name="Queue">Its queue.</param>
internal sealed record AlertRoute(string Name, AlertEvents Events, ChannelQueue Queue)
{
    /// <summary>Whether it sends a message.</summary>
    public bool Wants(Alert alert) => (Events & alert.Kind) != 0;
}
