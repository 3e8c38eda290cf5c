using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Backtest;

/// <summary>Replays the journal of a live run: the same prices, clock and history through the same fold. With the same plan the ledger is the same.</summary>
internal sealed class JournalReplayRun : RunThread
{
    private const int EventsInABatch = 256, StepsBetweenFlushes = 65_536;

    private readonly RunPlan _plan;
    private readonly RunRequest _request;
    private readonly JournalFolding _journal;
    private RunRecorder? _recorder;
    private LiveFold? _fold;
    private StatusReport? _report;

    private JournalReplayRun(
        RunPlan plan, RunRequest request, JournalFolding journal, RunDirectory directory, TimeProvider time, RunAlertsFactory? alerts, CancellationToken cancellation)
        : base(directory, EventsInABatch, request.StatusJson, time, cancellation)
    {
        _plan = plan;
        _request = request;
        _journal = journal;
        Alerts = alerts?.Invoke(new AlertedRun(plan, RunId, directory.Path, IsLive: false, request, static _ => { }));
        Begin();
    }

    /// <summary>Starts it.</summary>
    /// <exception cref="AxflException">There is no journal, its symbols are not the plan's, or only a part of it is wanted.</exception>
    public static JournalReplayRun Start(RunRequest request, RunPlan plan, TimeProvider time, CancellationToken cancellation, RunAlertsFactory? alerts = null)
    {
        if (request.Since is not null || request.Until is not null || request.Speed > 0)
        {
            throw new AxflException("JournalReplayedWhole", ErrorKind.Configuration,
                $"A journal is replayed whole and at once: omit {Spelling.Of("Since")}, {Spelling.Of("Until")} and {Spelling.Of("Speed")}.");
        }

        var source = plan.DataPath.Count > 0 ? plan.DataPath[0] : plan.DataDir;
        var journal = new JournalFolding(source, withProof: false);
        try
        {
            RequireSymbols(plan, journal.Start, source);
            var output = request.OutputDirectory ?? Path.Combine(request.WorkingDirectory, "logs");
            var directory = RunDirectory.Create(output, request.RunId ?? Axfl.Runs.Files.RunId.New(plan.Profile, time.GetUtcNow()));
            plan = plan with { Engine = plan.Engine with { Since = journal.Start.Since } };
            return new JournalReplayRun(plan, request, journal, directory, time, alerts, cancellation);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private static void RequireSymbols(RunPlan plan, JournalStart start, string source)
    {
        string[] symbols = [.. plan.Engine.Symbols.Select(s => s.Instrument.Symbol)];
        if (symbols.SequenceEqual(start.Symbols)) return;
        throw new AxflException("JournalSymbolsDiffer", ErrorKind.Configuration,
            $"The journal in {source} is of {string.Join(", ", start.Symbols)}; the plan has {string.Join(", ", symbols)}. A plan to replay it with needs the same symbols in the same order.");
    }

    /// <inheritdoc/>
    protected override void Fail(string error, TimeSpan elapsed)
    {
        Try(() =>
        {
            _recorder?.Flush();
            if (_report is { } report && _fold is { } fold) Send(report.At(fold.Traded, fold.Data(static _ => true)) with { Ok = false, Error = error }, isFinal: true);
            Finish();
        });
        Try(() => Now.End(
            _report is { } last && _fold is { } at && _recorder is { } done ? Present(last, at, done, error) : null, RunStates.Failed));
        Try(() => Summary.Write(
            _fold?.Engine, _recorder, _fold?.Traded ?? new TradedTimes(_plan.Engine), _fold?.Data(static _ => true) ?? [],
            Math.Max(_plan.Engine.Since, _fold?.Now ?? long.MinValue), RunEnd.Failed(error), elapsed));
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        _journal.Dispose();
        _recorder?.Dispose();
    }

    /// <inheritdoc/>
    protected override RunSummary Replay(long began)
    {
        foreach (var warning in _plan.Description.Warnings) Channel.Send(new PlanWarned(warning.ToString()));
        Channel.Send(new JournalReplayed(_journal.Start.Run, _journal.Start.Feed, _journal.Start.Time));
        RunPlanFile.Write(Files, _plan);
        using var nothing = new NoJournal();
        var recorder = _recorder = new RunRecorder(Files, _plan.Engine.Account.StartingEquity, _request.Verbose, Channel.Send) { HaltWarnings = 5 };
        var fold = _fold = new LiveFold(_plan, new JournalResults(nothing, recorder) { Also = Alerts }, _journal.Start.Time, _journal.Start.Rules);
        var report = _report = new StatusReport(_plan.Engine, "replay", Replays.JournalSource, RunId, fold.Engine, recorder) { Alerts = Alerts };
        Alerts?.OnStarted(AlertTime);
        var reported = 0L;
        Now.Write(Present(report, fold, recorder));
        for (var step = 1; !Stopping.IsCancellationRequested && _journal.Step(fold); step++)
        {
            Alerts?.OnClock(AlertTime, isHealthy: true);
            Alerts?.Release();
            if (fold.Traded.Count - reported >= _plan.StatusEveryBars)
            {
                reported = fold.Traded.Count;
                Report(report, fold, isFinal: false);
            }

            if (Now.IsDue) Now.Write(Present(report, fold, recorder));
            if (step % StepsBetweenFlushes != 0) continue;
            recorder.Flush();
            var share = (double)_journal.Reader.TotalLength / Math.Max(1, _journal.Reader.FileLength);
            Channel.Send(new ProgressEvent(share, fold.Traded.Count, fold.Traded.Count / Math.Max(1e-9, Time.GetElapsedTime(began).TotalSeconds), EventTime.ToDateTime(fold.Now)));
        }

        var interrupted = IsStopped();
        recorder.Flush();
        Alerts?.OnEnded(AlertTime, interrupted ? "stopped" : "the journal ended", isFault: false);
        Report(report, fold, isFinal: true);
        Finish();
        Verify(recorder);
        var end = RunEnd.OfReplay(interrupted);
        Now.End(Present(report, fold, recorder), end.State);
        return Summary.Write(
            fold.Engine, recorder, fold.Traded, fold.Data(static _ => true), Math.Max(_plan.Engine.Since, fold.Now),
            end, Time.GetElapsedTime(began));
    }

    /// <inheritdoc/>
    protected override long AlertTime => _fold is { } fold && fold.Now != long.MinValue ? fold.Now : _journal.Start.Time;

    private SummaryReport Summary => new(_plan, "replay", Replays.JournalSource, Files);

    private NowContent Present(StatusReport report, LiveFold fold, RunRecorder recorder, string? error = null) => NowContent.OfReplay(
        report.At(fold.Traded, fold.Data(static _ => true)) with { Ok = error is null, Error = error }, _plan.Engine, fold.Engine, recorder);

    private void Report(StatusReport report, LiveFold fold, bool isFinal) => Send(report.At(fold.Traded, fold.Data(static _ => true)), isFinal);
}
