using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Alerts;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Live;

/// <summary>A live run's directory, journal and fold, new or taken up again: all that one process owns of it.</summary>
internal sealed class LiveSession : IDisposable
{
    /// <summary>Bytes after which a segment of the journal ends, unless the day ends before: a resume reads no more than that.</summary>
    public const long DefaultSegmentBytes = 16 << 20;

    private readonly RunLock _lock;
    private readonly JournalFiles _files;
    private readonly LiveState _state;
    private int _segment;
    private long _cutDay;

    private LiveSession(RunPlan plan, RunDirectory directory, RunLock owned, JournalWriter journal, LiveState state, int segment, long now)
    {
        Plan = plan;
        Directory = directory;
        _lock = owned;
        _files = new JournalFiles(directory.Path);
        _state = state;
        _segment = segment;
        _cutDay = now / EventTime.Day;
        Journal = journal;
        Inputs = new LiveInputs(journal, state.Fold);
    }

    /// <summary>Bytes after which a segment of the journal ends.</summary>
    public long SegmentBytes { get; set; } = DefaultSegmentBytes;

    /// <summary>The effective plan with the run's start.</summary>
    public RunPlan Plan { get; }

    /// <summary>Run directory.</summary>
    public RunDirectory Directory { get; }

    /// <summary>The journal.</summary>
    public JournalWriter Journal { get; }

    /// <summary>Results on their way to the journal and the recorder.</summary>
    public JournalResults Results => _state.Results;

    /// <summary>Writes trades and decisions.</summary>
    public RunRecorder Recorder => _state.Recorder;

    /// <summary>The fold.</summary>
    public LiveFold Fold => _state.Fold;

    /// <summary>Fold, recorder and what snapshots of them need.</summary>
    public LiveState State => _state;

    /// <summary>Who tells people outside of the run; null: nobody. What is on the disk is released to it.</summary>
    public IRunAlerts? Alerts
    {
        get;
        set => Results.Also = field = value;
    }

    /// <summary>The way into it.</summary>
    public LiveInputs Inputs { get; }

    /// <summary>What people should know of how it began.</summary>
    public List<NoticeEvent> Notices { get; } = [];

    /// <summary>Files of the news calendar, which are looked at again when they change; none: the plan has no news.</summary>
    public IReadOnlyList<string> CalendarPaths { get; private init; } = [];

    /// <summary>Whether the run was taken up again.</summary>
    public bool IsResumed { get; private init; }

    /// <summary>Begins a new run.</summary>
    /// <param name="plan">The effective plan.</param>
    /// <param name="directory">A new run directory.</param>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="now">Start, unix ms.</param>
    /// <param name="host">Name of this machine.</param>
    /// <param name="verbose">Whether refusals are told.</param>
    /// <param name="notify">Takes what people are told.</param>
    /// <param name="request">With the addresses of servers that are not the providers' own; null: there are none.</param>
    public static LiveSession Begin(
        RunPlan plan, RunDirectory directory, string feed, long now, string host, bool verbose, Action<RunEvent> notify, RunRequest? request = null)
    {
        plan = plan with { Engine = plan.Engine with { Since = now } };
        var owned = RunLock.Take(directory.Path, host);
        RunRecorder? recorder = null;
        JournalWriter? journal = null;
        try
        {
            var text = RunPlanFile.Write(directory, plan);
            journal = JournalWriter.Create(new JournalFiles(directory.Path).Segment(1));
            var start = new JournalStart(
                directory.RunId, plan.Profile, feed, Product.Version, JournalStart.HashOf(text), now, now,
                [.. plan.Engine.Symbols.Select(s => s.Instrument.Symbol)], JournalStart.NewestRules)
            {
                Endpoint = FeedAddress.Recorded(request?.Endpoint),
                HistoryEndpoint = FeedAddress.Recorded(request?.HistoryEndpoint),
                Calendars = [.. plan.NewsFiles.Files.Select(f => f.Path)],
                CalendarHash = plan.NewsFiles.Files.Count > 0 ? plan.NewsFiles.Hash : null,
            };
            start.Write(journal);
            journal.Flush();
            journal.Sync();
            recorder = new RunRecorder(directory, plan.Engine.Account.StartingEquity, verbose, notify);
            var state = new LiveState(plan, recorder, journal, now, JournalStart.NewestRules) { Servers = JournalServers.Of(start) };
            return new LiveSession(plan, directory, owned, journal, state, 1, now) { CalendarPaths = start.Calendars };
        }
        catch
        {
            recorder?.Dispose();
            journal?.Dispose();
            owned.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Takes a run up again: its journal is folded from the last snapshot that holds, at last from its first line, and its trades and decisions are
    /// brought to where it ends.
    /// </summary>
    /// <param name="request">The wish to go on.</param>
    /// <param name="path">Run directory.</param>
    /// <param name="strategies">Strategies at hand.</param>
    /// <param name="host">Name of this machine.</param>
    /// <param name="now">Unix ms.</param>
    /// <param name="notify">Takes what people are told.</param>
    /// <param name="servers">Where prices come from now; null: from where they last came.</param>
    /// <exception cref="AxflException">Another process owns it, its journal is broken, or its plan was changed.</exception>
    public static LiveSession Resume(
        RunRequest request, string path, IReadOnlyList<StrategyDefinition> strategies, string host, long now, Action<RunEvent> notify, JournalServers? servers = null)
    {
        var directory = RunDirectory.Open(path);
        var owned = RunLock.Take(path, host);
        LiveSession? session = null;
        try
        {
            directory.SetAside(RunFiles.Trades);
            directory.SetAside(RunFiles.Decisions);
            directory.SetAside(RunFiles.Halts);
            session = Rebuild(request, directory, owned, strategies, now, notify, servers);
            directory.Forget(RunFiles.Trades);
            directory.Remove(RunFiles.Summary);
            directory.Forget(RunFiles.Decisions);
            directory.Forget(RunFiles.Halts);
            session.Inputs.Resumed(now, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {host}"), session.State.Servers!);
            return session;
        }
        catch
        {
            directory.BringBack(RunFiles.Trades);
            directory.BringBack(RunFiles.Decisions);
            directory.BringBack(RunFiles.Halts);
            if (session is null) owned.Dispose();
            else session.Dispose();
            throw;
        }
    }

    /// <summary>What was ordered, filled or closed is on the disk before anybody is told.</summary>
    public void Settle()
    {
        Journal.Flush();
        if (Results.IsUrgent)
        {
            Journal.Sync();
            Results.Settle();
            Recorder.Flush();
        }

        Alerts?.Release();
    }

    /// <summary>The clock: ends the segment of the journal when it is large, or of another day (UTC).</summary>
    /// <returns>Why there is no snapshot at the cut; null: there is one, or no cut.</returns>
    public string? CutIfDue(long now)
    {
        if (Journal.Length < SegmentBytes && now / EventTime.Day == _cutDay) return null;
        _cutDay = now / EventTime.Day;
        return Journal.Length > 0 ? Cut() : null;
    }

    /// <summary>Ends the segment of the journal: the state is written beside it, and lines go on in the next.</summary>
    /// <returns>Why there is no snapshot; null: there is one.</returns>
    public string? Cut()
    {
        Settle();
        Journal.Sync();
        var problem = _state.WriteCut(_files, _segment + 1, Journal.Chain, Directory);
        Journal.GoOnIn(_files.Segment(++_segment));
        return problem;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever cannot be written any more, the lock is let go of.
        try
        {
            Recorder.Dispose();
        }
        finally
        {
            try
            {
                Journal.Dispose();
            }
            finally
            {
                _lock.Dispose();
            }
        }
    }

    private static LiveSession Rebuild(
        RunRequest request, RunDirectory directory, RunLock owned, IReadOnlyList<StrategyDefinition> strategies, long now, Action<RunEvent> notify,
        JournalServers? servers)
    {
        var files = new JournalFiles(directory.Path);
        var segments = JournalReader.Parts(directory.Path);
        JournalStart start;
        using (var first = new JournalFolding(directory.Path, withProof: false)) start = first.Start;
        var plan = JournalPlan.Load(directory.Path, start, strategies, request);
        servers ??= JournalServers.Last(directory.Path, start);
        var refusals = new List<NoticeEvent>();
        for (var i = segments.Count - 1; i > 0; i--)
        {
            var number = segments[i].Number;
            LiveState.ForgetFiles(directory);
            try
            {
                var snapshot = Snapshot.Read(files.Snapshot(number));
                LiveState.CutFiles(snapshot, directory);
                return Fold(
                    new JournalFolding(start, new JournalReader([.. segments.Skip(i)], snapshot.Chain())),
                    state => state.Restore(snapshot, segments.Skip(1).Take(i).Select(s => files.Bars(s.Number))));
            }
            catch (Exception e) when (e is InvalidDataException or AxflException { ErrorId: "JournalDisagrees" })
            {
                var instead = i > 1 && e is InvalidDataException ? files.Snapshot(segments[i - 1].Number) : "the first line of the journal";
                // Results that no longer follow do so from no snapshot: the first line decides.
                if (e is AxflException) i = 0;
                refusals.Add(new SnapshotNotUsed(files.Snapshot(number), e.Message, instead));
            }
        }

        LiveState.ForgetFiles(directory);
        return Fold(new JournalFolding(directory.Path, withProof: true), static _ => { });

        LiveSession Fold(JournalFolding folding, Action<LiveState> restore)
        {
            using (folding)
            {
                var recorder = new RunRecorder(directory, plan.Engine.Account.StartingEquity, request.Verbose, notify);
                try
                {
                    var state = new LiveState(plan, recorder, folding.Results!, start.Time, start.Rules) { Servers = servers };
                    restore(state);
                    return GoOn(folding, state, refusals);
                }
                catch
                {
                    recorder.Dispose();
                    throw;
                }
            }
        }

        LiveSession GoOn(JournalFolding folding, LiveState state, List<NoticeEvent> refused)
        {
            // Only where a snapshot could not be used: it is made anew.
            folding.Reader.SegmentBegins = number => state.WriteCut(files, number, folding.Reader.Chain, directory);
            while (folding.Step(state.Fold))
            {
                // Each line is an input, a result that was compared, or a note.
            }

            var torn = folding.Reader.TornBytes;
            var lines = folding.Reader.Chain.Lines;
            var journal = JournalWriter.Continue(folding.Reader.Path, folding.Reader.Chain, folding.Reader.Length);
            try
            {
                foreach (var members in folding.Unwritten) journal.Append(members);
                state.Results.Journal = journal;
                state.Results.Settle();
                state.Recorder.Flush();
                var session = new LiveSession(plan, directory, owned, journal, state, folding.Reader.Segment, now) { IsResumed = true, CalendarPaths = start.Calendars };
                session.Notices.AddRange(refused);
                session.Tell(lines, owned, torn);

                // A run of an older version, or one whose last snapshot could not be used, must not fold all of it once more.
                if ((folding.Reader.Segment == 0 || refused.Count > 0) && session.Cut() is { } problem) session.Notices.Add(new SnapshotMissing(problem));
                return session;
            }
            catch
            {
                journal.Dispose();
                throw;
            }
        }
    }

    private void Tell(long lines, RunLock owned, long torn)
    {
        var view = Fold.Engine.View();
        Notices.Add(new RunResumed(
            Directory.RunId, lines, Fold.Now == long.MinValue ? null : Fold.Now, view.Trades, view.Positions.Count, view.Pending.Count));
        if (torn > 0) Notices.Add(new JournalCut(torn));
        if (owned.Stale is { } owner) Notices.Add(new LockTakenOver(owner));
    }
}
