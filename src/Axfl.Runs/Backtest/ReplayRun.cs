using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Engine;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Alerts;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Backtest;

/// <summary>A replay under way: bars from the source through the engine, on a thread of its own; files, statuses, summary.</summary>
internal sealed class ReplayRun : RunThread
{
    private const int StepsBetweenClockLooks = 4096, EventsInABatch = 256;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    private readonly ReplayPlan _plan;
    private readonly RunRequest _request;
    private readonly StepMerger _merger;
    private readonly Pace _pace;
    private readonly TradedTimes _traded;
    private readonly BarCoverage _coverage;
    private RunRecorder? _recorder;
    private PortfolioEngine? _engine;
    private StatusReport? _report;
    private long _bars;

    private ReplayRun(ReplayPlan plan, RunRequest request, StepMerger merger, RunDirectory directory, TimeProvider time, RunAlertsFactory? alerts, CancellationToken cancellation)
        : base(directory, request.Speed > 0 ? 1 : EventsInABatch, request.StatusJson, time, cancellation)
    {
        _plan = plan;
        _request = request;
        _merger = merger;
        _pace = new Pace(request.Speed, plan.Run.Engine.Since, time);
        _traded = new TradedTimes(plan.Run.Engine);
        _coverage = new BarCoverage(plan.Run.Engine);
        Alerts = alerts?.Invoke(new AlertedRun(plan.Run, RunId, directory.Path, IsLive: false, request, static _ => { }));
        Begin();
    }

    /// <summary>Prepares and starts a replay; errors of configuration and data are thrown before any file is written.</summary>
    public static ReplayRun Start(RunRequest request, RunPlan run, TimeProvider time, CancellationToken cancellation, RunAlertsFactory? alerts = null)
    {
        var plan = ReplayPlan.Prepare(request, run);
        var merger = new StepMerger([.. plan.Run.Engine.Symbols.Select((_, i) => plan.Source.Open(i, plan.From, plan.Until))]);
        try
        {
            if (!merger.MoveNext()) throw plan.NoBars(merger.Readers);
            var output = request.OutputDirectory ?? Path.Combine(request.WorkingDirectory, "logs");
            var directory = RunDirectory.Create(output, request.RunId ?? Axfl.Runs.Files.RunId.New(plan.Run.Profile, time.GetUtcNow()));
            return new ReplayRun(plan, request, merger, directory, time, alerts, cancellation);
        }
        catch
        {
            merger.Dispose();
            throw;
        }
    }

    // A result of no bar at all is none: whoever asked for a shorter warm-up or other data would take it for one.
    private AxflException NothingTraded() => new("NoBars", ErrorKind.Data,
        $"The data of {_plan.Source.Name} end at {EventTime.ToIso(_traded.Last)}, before the first traded time {EventTime.ToIso(_plan.Run.Engine.Since)}, which follows a warm-up of {_plan.Run.WarmupDays} days. Give more data, or set warmup_days lower.");

    private static AxflException NotReproduced(string expected, string ledger) => new("TrialNotReproduced", ErrorKind.Data,
        $"This run has the ledger {ledger}, the trial in the store {expected}: its bars or its program are others. The files of the run are complete.");

    /// <inheritdoc/>
    protected override void Fail(string error, TimeSpan elapsed)
    {
        Try(() =>
        {
            _recorder?.Flush();
            if (_report is { } report) Send(report.At(_traded, Data()) with { Ok = false, Error = error }, isFinal: true);
            Finish();
        });
        Try(() => Now.End(Failed(error), RunStates.Failed));
        Try(() => Summary.Write(_engine, _recorder, _traded, Data(), End, RunEnd.Failed(error), elapsed, Gaps()));
    }

    private NowContent? Failed(string error) => _report is null || _engine is null || _recorder is null ? null
        : NowContent.OfReplay(_report.At(_traded, Data()) with { Ok = false, Error = error }, _plan.Run.Engine, _engine, _recorder);

    /// <inheritdoc/>
    protected override void Close()
    {
        _merger.Dispose();
        _recorder?.Dispose();
    }

    /// <inheritdoc/>
    protected override RunSummary Replay(long began)
    {
        var plan = _plan.Run.Engine;
        foreach (var notice in _plan.Notices) Channel.Send(notice);
        RunPlanFile.Write(Files, _plan.Run, (plan.Since, _plan.Until));
        var recorder = _recorder = new RunRecorder(Files, plan.Account.StartingEquity, _request.Verbose, Channel.Send) { HaltWarnings = 5 };
        var engine = _engine = new PortfolioEngine(plan, Alerts is null ? recorder : new ObserverPair(recorder, Alerts));
        var report = _report = new StatusReport(plan, "replay", _plan.Source.Name, RunId, engine, recorder) { Alerts = Alerts };
        Alerts?.OnStarted(AlertTime);
        Now.Write(Present(report, engine, recorder));
        Fold(engine, report, recorder, began);
        var interrupted = IsStopped();
        if (!interrupted && _traded.First is null) throw NothingTraded();
        CoverageWarning[] warnings = interrupted ? [] : [.. _coverage.ClosedEarly(engine), .. _coverage.Warnings(End, Data(), _plan.Source is not SimulatedSource)];
        if (!interrupted) engine.End();
        foreach (var warning in warnings) Channel.Send(warning);
        foreach (var warning in _plan.FileWarnings(_merger.Readers)) Channel.Send(warning);
        recorder.Flush();
        Alerts?.OnEnded(AlertTime, interrupted ? "stopped" : "the data ended", isFault: false);
        Report(report, engine, isFinal: true);
        Finish();
        Verify(recorder);
        if (!interrupted && _request.ExpectedLedger is { } expected && expected != recorder.LedgerHash) throw NotReproduced(expected, recorder.LedgerHash);
        var end = RunEnd.OfReplay(interrupted);
        Now.End(Present(report, engine, recorder), end.State);
        return Summary.Write(engine, recorder, _traded, Data(), End, end, Time.GetElapsedTime(began), Gaps(), [.. warnings.Select(w => w.Message)]);
    }

    /// <inheritdoc/>
    protected override long AlertTime => _traded.Last == long.MinValue ? _plan.Run.Engine.Since : _traded.Last;

    private SummaryReport Summary => new(_plan.Run, "replay", _plan.Source.Name, Files);

    private long End => _plan.Until == long.MaxValue ? Math.Max(_plan.Run.Engine.Since, _traded.Last + _plan.Run.Engine.Interval.Milliseconds) : _plan.Until;

    private void Fold(PortfolioEngine engine, StatusReport report, RunRecorder recorder, long began)
    {
        var plan = _plan.Run;
        var untilStatus = plan.StatusEveryBars;
        long steps = 0, lastProgress = began;
        do
        {
            var step = _merger.Step;
            var now = step[0].Bar.Time;
            _pace.WaitFor(now, Stopping);
            if (!TryStep(engine, step)) return;
            _bars += step.Length;
            if (Alerts is { } alerts)
            {
                alerts.OnClock(now, isHealthy: true);
                alerts.Release();
            }

            if (_coverage.Take(step, out var isMarketOpen))
                foreach (var unwatched in _coverage.LaggingPositions(engine, now)) Channel.Send(unwatched);
            if (_traded.Take(now, isMarketOpen) && step[0].Symbol == 0 && --untilStatus == 0 && !_merger.IsAtEnd())
            {
                untilStatus = plan.StatusEveryBars;
                Report(report, engine, isFinal: false);
                // At full speed files are flushed with the progress: a replay that dies can be run again.
                if (_request.Speed > 0) recorder.Flush();
            }

            if (Now.IsDue) Now.Write(Present(report, engine, recorder));
            // Whoever watches a paced replay sees how far it is, too: there every step has time to look at the clock.
            if ((_request.Speed > 0 || ++steps % StepsBetweenClockLooks == 0) && Time.GetElapsedTime(lastProgress) >= ProgressEvery)
            {
                lastProgress = Time.GetTimestamp();
                recorder.Flush();
                var rate = _bars / Math.Max(1e-9, Time.GetElapsedTime(began).TotalSeconds);
                Channel.Send(new ProgressEvent(_plan.Source.Progress, _bars, rate, EventTime.ToDateTime(now)));
            }
        }
        while (_merger.MoveNext());
    }

    // False: the run is to stop. A step that was not taken to its end does not count.
    private bool TryStep(PortfolioEngine engine, ReadOnlySpan<StepBar> step)
    {
        var isTaken = false;
        try
        {
            if (Stopping.IsCancellationRequested) return false;
            engine.Step(step);
            return isTaken = true;
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // A strategy that did not return was interrupted.
            return false;
        }
        finally
        {
            if (!isTaken) _merger.TakeBack();
        }
    }

    private NowContent Present(StatusReport report, PortfolioEngine engine, RunRecorder recorder) =>
        NowContent.OfReplay(StatusNow(report, engine), _plan.Run.Engine, engine, recorder);

    private PortfolioStatus StatusNow(StatusReport report, PortfolioEngine engine)
    {
        var lagging = _coverage.LaggingPositions(engine, _traded.Last);
        return report.At(_traded, Data(), lagging.Count > 0 ? string.Join(' ', lagging.Select(p => p.Description)) : null);
    }

    private void Report(StatusReport report, PortfolioEngine engine, bool isFinal) => Send(StatusNow(report, engine), isFinal);

    private List<RunGap> Gaps() =>
    [
        .. _merger.LargestGaps.SelectMany((gaps, i) => gaps.Select(g => new RunGap(
            _plan.Run.Engine.Symbols[i].Instrument.Symbol, EventTime.ToDateTime(g.From), EventTime.ToDateTime(g.Until), g.Bars))).OrderByDescending(g => g.Bars),
    ];

    private SymbolDataStatus[] Data()
    {
        var data = new SymbolDataStatus[_plan.Run.Engine.Symbols.Count];
        for (var i = 0; i < data.Length; i++) data[i] = _plan.StatusOf(i, _merger.CountsOf(i));
        return data;
    }
}
