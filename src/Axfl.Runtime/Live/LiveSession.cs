using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A live run's directory, journal and fold, new or taken up again: all that one process owns of it.</summary>
internal sealed class LiveSession : IDisposable
{
    private readonly RunLock _lock;

    private LiveSession(RunPlan plan, RunDirectory directory, RunLock owned, JournalWriter journal, JournalResults results, RunRecorder recorder, LiveFold fold)
    {
        Plan = plan;
        Directory = directory;
        _lock = owned;
        Journal = journal;
        Results = results;
        Recorder = recorder;
        Fold = fold;
        Inputs = new LiveInputs(journal, fold);
    }

    /// <summary>The effective plan with the run's start.</summary>
    public RunPlan Plan { get; }

    /// <summary>Run directory.</summary>
    public RunDirectory Directory { get; }

    /// <summary>The journal.</summary>
    public JournalWriter Journal { get; }

    /// <summary>Results on their way to the journal and the recorder.</summary>
    public JournalResults Results { get; }

    /// <summary>Writes trades and decisions.</summary>
    public RunRecorder Recorder { get; }

    /// <summary>The fold.</summary>
    public LiveFold Fold { get; }

    /// <summary>The way into it.</summary>
    public LiveInputs Inputs { get; }

    /// <summary>What people should know of how it began.</summary>
    public List<NoticeEvent> Notices { get; } = [];

    /// <summary>Whether the run was taken up again.</summary>
    public bool IsResumed { get; private init; }

    /// <summary>Begins a new run.</summary>
    /// <param name="plan">The effective plan.</param>
    /// <param name="directory">A new run directory.</param>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="now">Start, unix ms.</param>
    /// <param name="host">Name of this machine.</param>
    /// <param name="verbose">Whether refusals are told.</param>
    /// <param name="notify">Where words go.</param>
    /// <param name="request">With the addresses of servers that are not the providers' own; null: there are none.</param>
    public static LiveSession Begin(
        RunPlan plan, RunDirectory directory, string feed, long now, string host, bool verbose, Action<NoticeEvent> notify, RunRequest? request = null)
    {
        plan = plan with { Engine = plan.Engine with { Since = now } };
        var owned = RunLock.Take(directory.Path, host);
        RunRecorder? recorder = null;
        JournalWriter? journal = null;
        try
        {
            directory.WriteText(RunFiles.Plan, plan.Description.Yaml);
            journal = JournalWriter.Create(directory.FileOf(RunFiles.Journal));
            new JournalStart(
                directory.RunId, plan.Profile, feed, AxflRuntime.ProductVersion, JournalStart.HashOf(plan.Description.Yaml), now, now,
                [.. plan.Engine.Symbols.Select(s => s.Instrument.Symbol)], LiveFold.NewestRules)
            {
                Endpoint = FeedAddress.Recorded(request?.Endpoint),
                HistoryEndpoint = FeedAddress.Recorded(request?.HistoryEndpoint),
            }.Write(journal);
            journal.Flush();
            journal.Sync();
            recorder = new RunRecorder(directory, plan.Engine.Account.StartingEquity, verbose, notify);
            var results = new JournalResults(journal, recorder);
            return new LiveSession(plan, directory, owned, journal, results, recorder, new LiveFold(plan, results, now, LiveFold.NewestRules));
        }
        catch
        {
            recorder?.Dispose();
            journal?.Dispose();
            owned.Dispose();
            throw;
        }
    }

    /// <summary>Takes a run up again: its journal is folded from the first line, and its trades and decisions are written anew from it.</summary>
    /// <exception cref="AxflException">Another process owns it, its journal is broken, or its plan was changed.</exception>
    public static LiveSession Resume(
        RunRequest request, string path, IReadOnlyList<StrategyDefinition> strategies, string host, long now, Action<NoticeEvent> notify)
    {
        var directory = RunDirectory.Open(path);
        var owned = RunLock.Take(path, host);
        try
        {
            directory.SetAside(RunFiles.Trades);
            directory.SetAside(RunFiles.Decisions);
            directory.SetAside(RunFiles.Halts);
            var session = Rebuild(request, directory, owned, strategies, notify);
            directory.Forget(RunFiles.Trades);
            directory.Remove(RunFiles.Summary);
            directory.Forget(RunFiles.Decisions);
            directory.Forget(RunFiles.Halts);
            session.Inputs.Note(JournalKind.Resume, now, AxflRuntime.ProductVersion, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {host}"));
            return session;
        }
        catch
        {
            directory.BringBack(RunFiles.Trades);
            directory.BringBack(RunFiles.Decisions);
            directory.BringBack(RunFiles.Halts);
            owned.Dispose();
            throw;
        }
    }

    /// <summary>What was ordered, filled or closed is on the disk before anybody is told.</summary>
    public void Settle()
    {
        Journal.Flush();
        if (!Results.IsUrgent) return;
        Journal.Sync();
        Results.Settle();
        Recorder.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Recorder.Dispose();
        Journal.Dispose();
        _lock.Dispose();
    }

    private static LiveSession Rebuild(
        RunRequest request, RunDirectory directory, RunLock owned, IReadOnlyList<StrategyDefinition> strategies, Action<NoticeEvent> notify)
    {
        var path = directory.FileOf(RunFiles.Journal);
        using var folding = new JournalFolding(path, withProof: true);
        var plan = JournalPlan.Load(directory.Path, folding.Start, strategies, request);
        var recorder = new RunRecorder(directory, plan.Engine.Account.StartingEquity, request.Verbose, notify);
        try
        {
            var results = new JournalResults(folding.Results!, recorder);
            var fold = new LiveFold(plan, results, folding.Start.Time, folding.Start.Rules);
            while (folding.Step(fold))
            {
                // Each line is an input, a result that was compared, or a note.
            }

            var torn = folding.Reader.TornBytes;
            var journal = JournalWriter.Continue(path, folding.Reader.Chain, folding.Reader.Length);
            foreach (var members in folding.Unwritten) journal.Append(members);
            results.Journal = journal;
            results.Settle();
            recorder.Flush();
            var session = new LiveSession(plan, directory, owned, journal, results, recorder, fold) { IsResumed = true };
            session.Tell(folding, owned, torn);
            return session;
        }
        catch
        {
            recorder.Dispose();
            throw;
        }
    }

    private void Tell(JournalFolding folding, RunLock owned, long torn)
    {
        var lines = folding.Reader.Chain.Lines;
        var last = Fold.Now == long.MinValue ? "before the first price" : $"at {EventTime.ToIso(Fold.Now)}";
        var view = Fold.Engine.View();
        Notices.Add(new NoticeEvent(NoticeLevel.Information, string.Create(CultureInfo.InvariantCulture,
            $"Run {Directory.RunId} goes on from {lines} lines of its journal, which ended {last}: {view.Trades} trades closed, {view.Positions.Count} positions open, {view.Pending.Count} entries waiting.")));
        if (torn > 0)
            Notices.Add(new NoticeEvent(NoticeLevel.Warning, string.Create(CultureInfo.InvariantCulture,
                $"The last line of the journal was torn when its process ended: {torn} bytes were cut, nothing had followed from them.")));
        if (owned.Stale is { } owner) Notices.Add(new NoticeEvent(NoticeLevel.Information, $"The lock of {owner}, which is gone, was taken over."));
    }
}
