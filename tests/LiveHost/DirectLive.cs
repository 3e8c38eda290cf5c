using System.Collections.Concurrent;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Runs.Recording;
using Axfl.Strategies.Catalogue;

namespace Axfl.LiveHost;

/// <summary>A live run without its task, queue and sockets: signals go straight into the loop, time is the event's, history answers at once.</summary>
internal sealed class DirectLive : IDisposable
{
    public const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD]
          interval: 1m
          source: finnhub
          warmup_days: 0
          status_every_s: 20
          risk: {per_strategy_daily_trades: null, per_strategy_daily_stop_r: -500, global_daily_stop_r: -1000, max_open_positions: null}
          strategies: [{name: churn, windows: [{start: "00:00", end: "24:00"}]}]
        """;

    private static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    private readonly EventClock _clock;
    private readonly IReadOnlyList<(int Symbol, Tick Tick)> _truth;
    private readonly IHistory? _history;
    private readonly Queue<RepairRequest> _asked = new();
    private readonly ConcurrentQueue<NoticeEvent> _ofChannels = new();
    private readonly StatusLog _log;
    private readonly HistoryDoubts _doubts;
    private readonly RejectNotes _rejects;
    private readonly LiveLoop _loop;
    private bool _isDisposed;

    private DirectLive(LiveSession session, EventClock clock, IReadOnlyList<(int Symbol, Tick Tick)> truth, IHistory? history, RunAlertsFactory? alerts)
    {
        _history = history;
        Session = session;
        _clock = clock;
        _truth = truth;
        _log = new StatusLog(session.Directory.Path);
        Channel = new RunChannel(1, _log.Append, keepsJson: false, _log.Flush, clock, CancellationToken.None, dropsUnread: true);
        var plan = session.Plan;
        var hours = new MarketHours([]);
        var latency = new LatencyHistogram();
        var time = new LiveTime(clock, plan.Live, plan.Engine.Symbols.Count);
        var feed = new NoFeed();
        Asked = feed.Asked;
        var watch = new FeedWatch(feed, latency, time);
        var rejects = _rejects = new RejectNotes(session.Inputs, plan.Engine.Symbols.Count);
        _doubts = new HistoryDoubts(plan.Engine, plan.Live, rejects, Say);
        var repair = new GapRepair(session.Fold, session.Inputs, plan.Engine, plan.Live, hasHistory: true, _asked.Enqueue, hours, _doubts, Say);
        var silence = new Silence(session, feed, watch, hasHistory: true, rejects, Say);
        var report = new StatusReport(plan.Engine, "ws", "made", session.Directory.RunId, session.Fold.Engine, session.Recorder);
        Statuses = new LiveStatuses(session, report, watch, hours, time, feed, rejects, Channel);
        _loop = new LiveLoop(session, watch, repair, new LiveEnd(new RunRequest(), plan.Engine, clock.Now), Statuses, silence, rejects, time, clock, latency,
            Say)
        {
            Flushed = session.Journal.Sync,
        };
        if (alerts is null) return;
        session.Alerts = alerts(new AlertedRun(plan, session.Directory.RunId, session.Directory.Path, IsLive: true, new RunRequest(), _ofChannels.Enqueue));
        if (session.IsResumed) session.Alerts?.OnResumed(() => PastOfRun.Of(session));
        session.Alerts?.OnStarted(clock.Now);
    }

    public LiveSession Session { get; }

    public RunChannel Channel { get; }

    public LiveStatuses Statuses { get; }

    public List<NoticeEvent> Notices { get; } = [];

    /// <summary>Now, unix ms.</summary>
    public long Now => _clock.Now;

    /// <summary>What the run asked of the feed, in order.</summary>
    public IReadOnlyList<string> Asked { get; }

    /// <summary>What history knows of a minute besides the ticks; null: as the ticks say.</summary>
    public Func<StepBar, StepBar?> Vendor { get; set; } = static bar => bar;

    /// <summary>A new run.</summary>
    public static DirectLive Begin(string output, string run, IReadOnlyList<(int Symbol, Tick Tick)> truth, long? start = null, string sessions = Sessions, IReadOnlyList<StrategyDefinition>? strategies = null, IHistory? history = null, EventClock? clock = null, RunAlertsFactory? alerts = null)
    {
        clock ??= new EventClock(start ?? MadeTicks.Start);
        Directory.CreateDirectory(output);
        var file = Path.Combine(output, run + ".yaml");
        File.WriteAllText(file, sessions);
        var plan = SessionsLoader.Load(new RunRequest { SessionsPath = file, Profile = "made" }, strategies ?? Churn);
        var directory = RunDirectory.Create(output, run);
        return new DirectLive(LiveSession.Begin(plan, directory, "made", clock.Now, "here", false, static _ => { }), clock, truth, history, alerts);
    }

    /// <summary>The run taken up again.</summary>
    public static DirectLive Resume(string output, string run, IReadOnlyList<(int Symbol, Tick Tick)> truth, long? now = null, IReadOnlyList<StrategyDefinition>? strategies = null, IHistory? history = null, EventClock? clock = null, RunAlertsFactory? alerts = null)
    {
        clock ??= new EventClock(now ?? MadeTicks.Start);
        var session = LiveSession.Resume(new RunRequest { Mode = "ws" }, Path.Combine(output, "runs", run), strategies ?? Churn, "here", clock.Now, static _ => { });
        clock.Now = Math.Max(clock.Now, session.Fold.Now);
        var live = new DirectLive(session, clock, truth, history, alerts);
        live._loop.LoseAll();
        return live;
    }

    /// <summary>The warm-up that is not finished, from history.</summary>
    public async Task WarmUp()
    {
        if (Session.Fold.IsWarmedUp) return;
        await new LiveWarmUp(Session, new HistoryFetch(_history, Session.Plan.Engine.Interval, _clock), new MarketHours([]), _doubts, Say)
            .Run(Session.Fold.Floor(_clock.Now), CancellationToken.None);
    }

    private void Say(RunEvent item)
    {
        JournalNotes.Take(item, Session.Inputs);
        Session.Alerts?.OnEvent(item);
        Notices.Add((NoticeEvent)item);
    }

    /// <summary>A tick at its own time, the clock before it.</summary>
    public void Feed(int symbol, in Tick tick)
    {
        Clock(tick.Time);
        Handle(new FeedSignal(new TickEvent(tick.Time, symbol, tick, false)));
    }

    /// <summary>The clock.</summary>
    public void Clock(long now)
    {
        _clock.Now = Math.Max(_clock.Now, now);
        Handle(new ClockSignal());
    }

    /// <summary>The process is about to end: what was counted and not yet noted is.</summary>
    public void SettleRejects() => _rejects.Settle(_clock.Now);

    /// <summary>What the feed says besides prices.</summary>
    public void Say(FeedEvent item) => Handle(new FeedSignal(item));

    /// <summary>The end, in order.</summary>
    public string Finish()
    {
        const string why = "the ticks are at their end";
        Session.Inputs.Note(JournalKind.Stop, _clock.Now, "stopped", why);
        Session.Settle();
        Session.Recorder.Flush();
        Session.Alerts?.OnEnded(_clock.Now, why, isFault: false);
        Session.Alerts?.Release();
        Session.Alerts?.Close().GetAwaiter().GetResult();
        return Session.Recorder.LedgerHash;
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Channel.Complete(null);
        Session.Dispose();
        _log.Dispose();
    }

    private void Handle(LiveSignal signal)
    {
        while (_ofChannels.TryDequeue(out var notice)) _loop.Handle(new AlertSignal(notice), more: false);
        _loop.Handle(signal, more: false);
        while (_asked.TryDequeue(out var request)) _loop.Handle(new RepairSignal(Answer(request)), more: false);
    }

    // The bars history has by now: whole minutes of the ticks.
    private RepairAnswer Answer(RepairRequest request)
    {
        // The run waits for it: so each answer comes at the time it was asked for.
        if (_history is not null) return new HistoryFetch(_history, Session.Plan.Engine.Interval, _clock).Ask(request, TimeSpan.FromHours(1), null, CancellationToken.None).GetAwaiter().GetResult();
        var interval = Session.Plan.Engine.Interval;
        var bars = new List<StepBar>();
        foreach (var range in request.Ranges)
        {
            var builder = new BarBuilder(1, interval, TimeSpan.Zero);
            foreach (var (symbol, tick) in _truth)
                if (symbol == range.Symbol && tick.Time >= range.From && tick.Time < range.Until) builder.Add(0, tick);
            foreach (var step in builder.OnClock(Math.Min(range.Until, _clock.Now)))
                if (Vendor(step.Bars[0].Bar with { Symbol = range.Symbol }) is { } bar) bars.Add(bar);
        }

        return new RepairAnswer(request, [.. bars.OrderBy(b => b.Bar.Time).ThenBy(b => b.Symbol)], "made", null);
    }

    private sealed class NoFeed : ITickFeed
    {
        public string Name => "made";

        public Uri Server { get; } = new("ws://127.0.0.1/");

        public FeedStatistics Statistics { get; } = new();

        public IAsyncEnumerable<FeedEvent> Run(IReadOnlyList<Instrument> symbols, CancellationToken cancellationToken) => throw new NotSupportedException();

        public List<string> Asked { get; } = [];

        public void Resubscribe(int symbol) => Asked.Add($"subscribe {symbol}");

        public void Redial(string why) => Asked.Add("dial: " + why);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
