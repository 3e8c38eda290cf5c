using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Live;

/// <summary>A live run under way: its parts, its task, and its end. What it does with prices is in <see cref="LiveLoop"/>.</summary>
public sealed class LiveRun : IPortfolioRun
{
    private readonly LiveSession _session;
    private readonly ITickFeed _feed;
    private readonly IHistory? _history;
    private readonly TimeProvider _time;
    private readonly RunChannel _channel;
    private readonly StatusLog _log;
    private readonly LiveSignals _signals;
    private readonly MarketHours _hours;
    private readonly FeedWatch _watch;
    private readonly HistoryFetch _fetch;
    private readonly HistoryDoubts _doubts;
    private readonly RejectNotes _rejects;
    private readonly LiveStatuses _statuses;
    private readonly LiveLoop _loop;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenRegistration _cancellation;
    private readonly bool _verbose;
    private Task _sync = Task.CompletedTask;

    private LiveRun(LiveStart start, LiveSession session, NoticeRelay relay, RunRequest request, LivePorts ports, CancellationToken cancellation)
    {
        var time = ports.Time;
        _time = time;
        _feed = start.Feed;
        _history = start.History;
        _session = session;
        _log = new StatusLog(session.Directory.Path);
        _channel = new RunChannel(1, _log.Append, request.StatusJson, _log.Flush, time, CancellationToken.None, dropsUnread: true);
        _verbose = request.Verbose;
        relay.Target = Send;
        var plan = session.Plan;
        var hours = new MarketHours(plan.Holidays);
        var latency = new LatencyHistogram();
        var clock = new LiveTime(time, plan.Live, plan.Engine.Symbols.Count);
        _hours = hours;
        _watch = new FeedWatch(_feed, latency, clock);
        var rejects = _rejects = new RejectNotes(session.Inputs, plan.Engine.Symbols.Count);
        _signals = new LiveSignals(time);
        _fetch = new HistoryFetch(_history, plan.Engine.Interval, time);
        _doubts = new HistoryDoubts(plan.Engine, plan.Live, rejects, Send);
        var repair = new GapRepair(session.Fold, session.Inputs, plan.Engine, plan.Live, _fetch.IsConfigured, Ask, hours, _doubts, Send);
        var silence = new Silence(session, _feed, _watch, _fetch.IsConfigured, rejects, Send);
        var report = new StatusReport(plan.Engine, "ws", _feed.Name, RunId, session.Fold.Engine, session.Recorder);
        _statuses = new LiveStatuses(session, report, _watch, hours, clock, _feed, rejects, _channel);
        _loop = new LiveLoop(session, _watch, repair, start.End, _statuses, silence, rejects, clock, time, latency, Send) { Flushed = Sync };
        session.Alerts = ports.Alerts?.Invoke(new AlertedRun(plan, RunId, Directory, IsLive: true, request, notice => _signals.Post(new AlertSignal(notice))));
        if (session.IsResumed) session.Alerts?.OnResumed(() => PastOfRun.Of(session));
        _cancellation = cancellation.Register(Stop);
        foreach (var notice in start.Notices.Concat(session.Notices)) Send(notice);
        Completion = Task.Run(Run, CancellationToken.None);
    }

    /// <inheritdoc/>
    public string RunId => _session.Directory.RunId;

    /// <inheritdoc/>
    public string Directory => _session.Directory.Path;

    /// <inheritdoc/>
    public IAsyncEnumerable<RunEvent> Events => _channel.Events();

    /// <inheritdoc/>
    public PortfolioStatus? Status => _statuses.Newest;

    /// <inheritdoc/>
    public Task<RunSummary> Completion { get; }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Starts a live run, or goes on with one.</summary>
    public static LiveRun Start(RunRequest request, IReadOnlyList<StrategyDefinition> strategies, LivePorts ports, CancellationToken cancellation)
    {
        var start = LiveStart.Prepare(request, strategies, ports);
        var relay = new NoticeRelay();
        LiveSession? session = null;
        try
        {
            session = start.Open(relay.Send);
            return new LiveRun(start, session, relay, request, ports, cancellation);
        }
        catch
        {
            session?.Dispose();
            start.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _signals.Post(new StopSignal());
        _stopping.Cancel();
    }

    /// <inheritdoc/>
    public void ConsoleLost(AxflException error) => _signals.Post(new ConsoleSignal(error.Message));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cancellation.DisposeAsync();
        Stop();
        await Completion.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private async Task<RunSummary> Run()
    {
        var began = _time.GetTimestamp();
        try
        {
            _session.Alerts?.OnStarted(Now);
            _statuses.WriteNow();
            if (_session.IsResumed) _loop.LoseAll();
            if (!_session.Fold.IsWarmedUp) await WarmUp();
            _statuses.Send(isFinal: false);
            _signals.Listen(_feed, [.. _session.Plan.Engine.Symbols.Select(s => s.Instrument)]);
            string? why;
            do
            {
                var signal = await _signals.Next();
                why = _loop.Handle(signal, more: !_signals.IsEmpty);
            }
            while (why is null);
            var summary = await Finish(why, began);
            _channel.Complete(null);
            return summary;
        }
        catch (Exception e)
        {
            TryLastWords(RunErrors.Text(e), _time.GetElapsedTime(began));
            _channel.Complete(e);
            throw;
        }
        finally
        {
            await Close();
        }
    }

    private async Task WarmUp()
    {
        if (_session.Plan.WarmupDays == 0 || !_fetch.IsConfigured) return;
        _watch.Phase = "Warming up: historical bars are fetched before the feed is connected.";
        _statuses.Send(isFinal: false);
        try
        {
            await new LiveWarmUp(_session, _fetch, _hours, _doubts, Send).Run(_session.Fold.Floor(Now), _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The wish to stop is the first signal of the loop.
        }
        finally
        {
            _watch.Phase = null;
        }
    }

    private void Send(RunEvent item)
    {
        JournalNotes.Take(item, _session.Inputs);
        _session.Alerts?.OnEvent(item);
        if (_verbose || item is not NoticeEvent { Level: NoticeLevel.Verbose }) _channel.Send(item);
    }

    private void Ask(RepairRequest request) => _ = Task.Run(async () =>
    {
        try
        {
            var limit = TimeSpan.FromSeconds(_session.Plan.Live.RepairWaitS);
            _signals.Post(new RepairSignal(await _fetch.Ask(request, limit, null, _signals.Ended)));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    });

    // In the background, so that a slow disk delays no price; a disk that fails ends the run.
    private void Sync()
    {
        if (_sync.IsFaulted) _sync.GetAwaiter().GetResult();
        if (_sync.IsCompleted) _sync = Task.Run(_session.Journal.Sync);
    }

    private async Task<RunSummary> Finish(string why, long began)
    {
        _rejects.Settle(Now);
        _session.Inputs.Note(JournalKind.Stop, Now, "stopped", why);
        _session.Settle();
        await _sync;
        _session.Journal.Sync();
        _session.Recorder.Flush();
        Tell(why, isFault: false);
        _statuses.Send(isFinal: true);
        _channel.Finish();
        _session.Recorder.Verify();
        _log.Verify();
        _session.Directory.Verify();
        var end = new RunEnd(why == LiveLoop.AskedToStop ? RunStates.Stopped : RunStates.Ended, _loop.ConsoleFault, Interrupted: false);
        _statuses.End(end.State);
        return WriteSummary(end, _time.GetElapsedTime(began));
    }

    private RunSummary WriteSummary(RunEnd end, TimeSpan elapsed)
    {
        var plan = _session.Plan;
        return new SummaryReport(plan, "ws", _feed.Name, _session.Directory).Write(
            _session.Fold.Engine, _session.Recorder, _session.Fold.Traded, _statuses.Data(Now), Math.Max(plan.Engine.Since, Now), end, elapsed);
    }

    private void Tell(string why, bool isFault)
    {
        _session.Alerts?.OnEnded(Now, why, isFault);
        _session.Alerts?.Release();
    }

    private void TryLastWords(string fault, TimeSpan elapsed)
    {
        Tell(fault, isFault: true);
        Try(() =>
        {
            _statuses.Send(isFinal: true, fault);
            _channel.Finish();
        });
        Try(() => _statuses.End(RunStates.Failed, fault));
        Try(() => WriteSummary(RunEnd.Failed(fault), elapsed));
    }

    // The run ends with the fault; whatever goes wrong with its last words must not hide it.
    private static void Try(Action last)
    {
        try
        {
            last();
        }
#pragma warning disable CA1031
        catch (Exception)
        {
            // The fault says what happened; a disk that refuses this too is most likely the same.
        }
#pragma warning restore CA1031
    }

    private async Task Close()
    {
        await _signals.DisposeAsync();
        await _sync.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _feed.DisposeAsync();
        _history?.Dispose();
        _statuses.Dispose();
        // What is queued has gone out, or will not, before another process may go on with the run.
        if (_session.Alerts is { } alerts) await alerts.Close();
        try
        {
            _session.Dispose();
        }
        finally
        {
            _log.Dispose();
        }
    }
}
