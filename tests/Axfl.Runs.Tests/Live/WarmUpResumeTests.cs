using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.LiveHost;
using Axfl.Providers.Common.History;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class WarmUpResumeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    private readonly TemporaryFolder _folder = new();

    public WarmUpResumeTests() =>
        File.WriteAllText(_folder["made.yaml"], DirectLive.Sessions.Replace("warmup_days: 0", "warmup_days: 1", StringComparison.Ordinal));

    [Fact]
    public async Task A_run_stopped_during_its_warm_up_finishes_it_when_it_resumes_and_only_once()
    {
        var silent = new MadeHistory(answers: false);
        await using (var run = Start(silent, resume: false))
        {
            await silent.Asked.WaitAsync(Patience);
            run.Stop();
            await run.Completion.WaitAsync(Patience);
            Assert.Empty(Kinds(run.Directory, JournalKind.Repaired));
        }

        var giving = new MadeHistory(answers: true);
        await using (var run = Start(giving, resume: true))
        {
            await First(run, s => s.Data.All(d => d.Bars > 100));
            run.Stop();
            await run.Completion.WaitAsync(Patience);
            Assert.Equal(2, Kinds(run.Directory, JournalKind.Repaired).Count);
        }

        var never = new MadeHistory(answers: false);
        await using (var run = Start(never, resume: true))
        {
            await First(run, static _ => true);
            run.Stop();
            await run.Completion.WaitAsync(Patience);
        }

        Assert.False(never.Asked.IsCompleted);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task First(LiveRun run, Func<PortfolioStatus, bool> which)
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var item in run.Events.WithCancellation(limit.Token))
            if (item is StatusEvent { Status: var status } && which(status)) return;
        throw new InvalidOperationException("The run ended.");
    }

    private static List<long> Kinds(string run, string kind)
    {
        using var folding = new JournalFolding(run, withProof: false);
        var found = new List<long>();
        while (folding.Skip())
            if (folding.Line.Kind == kind) found.Add(folding.Reader.Chain.Lines);
        return found;
    }

    private LiveRun Start(MadeHistory history, bool resume) => LiveRun.Start(
        new RunRequest
        {
            Mode = "ws", SessionsPath = resume ? null : _folder["made.yaml"], Profile = "made", OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path,
            RunId = "a", Resume = resume,
        },
        Churn, new LivePorts((_, _) => new ScriptedFeed(), (_, _, _) => (history, "made"), "here", TimeProvider.System), CancellationToken.None);

    private sealed class MadeHistory(bool answers) : IHistory
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "made";

        public Task Asked => _asked.Task;

        public async Task<IReadOnlyList<StepBar>> Fetch(
            Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            if (!answers) await Task.Delay(Timeout.Infinite, cancellationToken);
            var bars = new List<StepBar>();
            for (var time = from; time < until; time += 10 * EventTime.Minute) bars.Add(new StepBar(0, new Bar(time, 1.1, 1.1001, 1.0999, 1.1)));
            return bars;
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
