using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>A replay under way: bars from the source through the engine, on a thread of its own; files, statuses, summary.</summary>
internal sealed class ReplayRun : IPortfolioRun
{
    private const int StepsBetweenClockLooks = 4096, EventsInABatch = 64;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop;
    private readonly ReplayPlan _plan;
    private readonly RunRequest _request;
    private readonly RunDirectory _directory;
    private readonly StepMerger _merger;
    private readonly RunChannel _channel;
    private readonly StatusLog _log;
    private readonly TimeProvider _time;
    private readonly Pace _pace;
    private readonly HashSet<int> _days = [];
    private long _since = long.MinValue, _now, _bars, _tradedTimes;

    private ReplayRun(ReplayPlan plan, RunRequest request, StepMerger merger, RunDirectory directory, TimeProvider time, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _plan = plan;
        _request = request;
        _merger = merger;
        _directory = directory;
        _time = time;
        _pace = new Pace(request.Speed, time);
        _log = new StatusLog(directory.Path);
        _channel = new RunChannel(request.Speed > 0 ? 1 : EventsInABatch, _log.Append, _log.Flush, time, _stop.Token);
        Completion = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public string RunId => _directory.RunId;

    /// <inheritdoc/>
    public string Directory => _directory.Path;

    /// <inheritdoc/>
    public IAsyncEnumerable<RunEvent> Events => _channel.Events();

    /// <inheritdoc/>
    public PortfolioStatus? Status { get; private set; }

    /// <inheritdoc/>
    public Task<RunSummary> Completion { get; }

    /// <summary>Prepares and starts a replay; errors of configuration and data are thrown before any file is written.</summary>
    public static ReplayRun Start(
        RunRequest request, IReadOnlyList<StrategyDefinition> strategies, TimeProvider time, CancellationToken cancellation)
    {
        var plan = ReplayPlan.Prepare(request, strategies);
        var merger = new StepMerger([.. plan.Run.Engine.Symbols.Select((_, i) => plan.Source.Open(i, plan.From, plan.Until))]);
        try
        {
            if (!merger.MoveNext()) throw NoBars(plan);
            var output = request.OutputDirectory ?? Path.Combine(request.WorkingDirectory, "logs");
            var directory = RunDirectory.Create(output, request.RunId ?? Runtime.RunId.New(plan.Run.Profile, time.GetUtcNow()));
            return new ReplayRun(plan, request, merger, directory, time, cancellation);
        }
        catch
        {
            merger.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Completion.ContinueWith(static _ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    private static AxflException NoBars(ReplayPlan plan) => new("NoBars", ErrorKind.Data,
        $"No bars of {string.Join(", ", plan.Run.Engine.Symbols.Select(s => s.Instrument.Symbol))} from {EventTime.ToIso(plan.From)}"
        + (plan.Until == long.MaxValue ? "" : $" until {EventTime.ToIso(plan.Until)}") + $" in {plan.Source.Name}. Give another period or other data.");

    private RunSummary Run()
    {
        var began = _time.GetTimestamp();
        try
        {
            var summary = Replay(began);
            _channel.Complete(null);
            return summary;
        }
        catch (Exception e)
        {
            _channel.Complete(e);
            throw;
        }
        finally
        {
            _merger.Dispose();
            _log.Dispose();
            _directory.Dispose();
        }
    }

    private RunSummary Replay(long began)
    {
        var plan = _plan.Run.Engine;
        foreach (var notice in _plan.Notices) _channel.Send(notice);
        _directory.WriteText(RunFiles.Plan, _plan.Run.Description.Yaml);
        using var recorder = new RunRecorder(_directory, plan.Account.StartingEquity, _request.Verbose, _channel.Send);
        var engine = new PortfolioEngine(plan, recorder);
        var report = new StatusReport(plan, "replay", _plan.Source.Name, RunId, engine, recorder);
        Fold(engine, report, recorder, began);
        var interrupted = _stop.IsCancellationRequested;
        if (!interrupted) engine.End();
        foreach (var line in _merger.RejectedLines)
            _channel.Send(new NoticeEvent(NoticeLevel.Warning, $"{line.File}({line.Line}): not traded on: {line.Reason}: {line.Text}"));
        recorder.Flush();
        Report(report, isFinal: true);
        _channel.Finish();
        _log.Flush();
        var summary = Summarise(engine, recorder, began, interrupted);
        SummaryJson.Write(Path.Combine(_directory.Path, RunFiles.Summary), summary);
        return summary;
    }

    private void Fold(PortfolioEngine engine, StatusReport report, RunRecorder recorder, long began)
    {
        var plan = _plan.Run;
        var day = new TradingDay(plan.Engine.TradingDay);
        var untilStatus = plan.StatusEveryBars;
        long steps = 0, lastProgress = began;
        do
        {
            var step = _merger.Step;
            _now = step[0].Bar.Time;
            _pace.WaitFor(_now, _stop.Token);
            if (_stop.IsCancellationRequested) return;
            engine.Step(step);
            _bars += step.Length;
            if (_now >= plan.Engine.Since)
            {
                if (_since == long.MinValue) _since = _now;
                _tradedTimes++;
                if (day.Roll(_now)) _days.Add(day.Name);
                if (step[0].Symbol == 0 && --untilStatus == 0)
                {
                    untilStatus = plan.StatusEveryBars;
                    Report(report, isFinal: false);
                    // At full speed files are flushed with the progress: a replay that dies can be run again.
                    if (_request.Speed > 0) recorder.Flush();
                }
            }

            if (++steps % StepsBetweenClockLooks == 0 && _time.GetElapsedTime(lastProgress) >= ProgressEvery)
            {
                lastProgress = _time.GetTimestamp();
                recorder.Flush();
                var rate = _bars / Math.Max(1e-9, _time.GetElapsedTime(began).TotalSeconds);
                _channel.Send(new ProgressEvent(_plan.Source.Progress, _bars, rate, EventTime.ToDateTime(_now)));
            }
        }
        while (_merger.MoveNext());
    }

    private void Report(StatusReport report, bool isFinal)
    {
        var status = report.At(_since == long.MinValue ? _plan.Run.Engine.Since : _since, _now, Data());
        Status = status;
        _channel.Send(new StatusEvent(status, isFinal));
    }

    private List<SymbolDataStatus> Data() =>
        [.. _merger.Counts.Select((t, i) => new SymbolDataStatus(
            _plan.Run.Engine.Symbols[i].Instrument.Symbol, t.Bars, t.Gaps, t.Duplicates, t.Rejected, false))];

    private RunSummary Summarise(PortfolioEngine engine, RunRecorder recorder, long began, bool interrupted)
    {
        var plan = _plan.Run.Engine;
        return new RunSummary
        {
            Run = RunId,
            Profile = _plan.Run.Profile,
            Mode = "replay",
            Source = _plan.Source.Name,
            Interval = plan.Interval.ToString(),
            Since = EventTime.ToDateTime(plan.Since),
            Until = EventTime.ToDateTime(_plan.Until == long.MaxValue ? _now + plan.Interval.Milliseconds : _plan.Until),
            Symbols = [.. plan.Symbols.Select(s => s.Instrument.Symbol)],
            Metrics = Metrics.Compute(recorder.Trades, plan.Account.StartingEquity,
                new RunBars([.. _days.Order()], recorder.TradeDays, _tradedTimes, plan.Interval)),
            Decisions = recorder.DecisionCounts,
            Data = Data(),
            OpenPositions = engine.View().Positions.Count,
            LedgerHash = recorder.LedgerHash,
            Version = AxflRuntime.ProductVersion,
            Interrupted = interrupted,
            WallSeconds = _time.GetElapsedTime(began).TotalSeconds,
        };
    }
}
