using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Live;

/// <summary>A live run ready to begin: everything that can be wrong with its plan, keys and directory has been looked at.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="History">History; null: none is configured.</param>
/// <param name="End">When the run ends by itself.</param>
/// <param name="Open">Begins the session; user-facing messages go to what is given.</param>
/// <param name="Notices">What was chosen, and warnings.</param>
internal sealed record LiveStart(
    ITickFeed Feed, IHistory? History, LiveEnd End, Func<Action<RunEvent>, LiveSession> Open, IReadOnlyList<NoticeEvent> Notices) : IDisposable
{
    /// <summary>Prepares a new run, or one to go on with.</summary>
    /// <exception cref="AxflException">The plan, a key, the run or its journal is not as it must be.</exception>
    public static LiveStart Prepare(RunRequest request, IReadOnlyList<StrategyDefinition> strategies, LivePorts ports)
    {
        var output = request.OutputDirectory ?? Path.Combine(request.WorkingDirectory, "logs");
        return request.Resume ? Resume(request, strategies, ports, output) : StartNew(request, strategies, ports, output);
    }

    /// <summary>Lets go of feed and history when the run does not begin.</summary>
    public void Dispose()
    {
        Feed.DisposeAsync().AsTask().GetAwaiter().GetResult();
        History?.Dispose();
    }

    private static LiveStart StartNew(RunRequest request, IReadOnlyList<StrategyDefinition> strategies, LivePorts ports, string output)
    {
        var plan = SessionsLoader.Load(request, strategies);
        var now = ports.Time.GetUtcNow();
        var end = new LiveEnd(request, plan.Engine, now.ToUnixTimeMilliseconds());
        var start = Connect(request, plan, ports, end);
        try
        {
            var directory = RunDirectory.Create(output, request.RunId ?? RunId.New(plan.Profile, now));
            return start with
            {
                Open = notify => LiveSession.Begin(plan, directory, start.Feed.Name, now.ToUnixTimeMilliseconds(), ports.Host, request.Verbose, notify, request),
            };
        }
        catch
        {
            start.Dispose();
            throw;
        }
    }

    private static LiveStart Resume(RunRequest request, IReadOnlyList<StrategyDefinition> strategies, LivePorts ports, string output)
    {
        var path = request.RunId is { } id ? RunDirectory.Find(output, id) : NewestLive(output);
        using var folding = new JournalFolding(path, withProof: false);
        var plan = JournalPlan.Load(path, folding.Start, strategies, request);
        var last = JournalServers.Last(path, folding.Start);
        plan = plan with { Source = request.Source ?? last.Feed };
        var (servers, notice) = ServersOf(request, last, last == JournalServers.Of(folding.Start), plan.Source);
        var now = ports.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var start = Connect(servers, plan, ports, new LiveEnd(request, plan.Engine, now));
        var used = new JournalServers(start.Feed.Name, FeedAddress.Recorded(servers.Endpoint), FeedAddress.Recorded(servers.HistoryEndpoint));
        return start with
        {
            Open = notify => LiveSession.Resume(request, path, strategies, ports.Host, now, notify, used),
            Notices = notice is null ? start.Notices : [.. start.Notices, notice],
        };
    }

    // A run goes on where it last was: the address is part of it, and another one is given on purpose. Of another provider it says nothing.
    private static (RunRequest Servers, NoticeEvent? Notice) ServersOf(RunRequest request, JournalServers last, bool isFirst, string source)
    {
        if (source != last.Feed) return (request, null);
        var servers = request with
        {
            Endpoint = FeedAddress.Resumed(request.Endpoint, last.Endpoint),
            HistoryEndpoint = FeedAddress.Resumed(request.HistoryEndpoint, last.HistoryEndpoint),
        };
        var (before, now) = (last.Endpoint ?? $"{source}'s own server", FeedAddress.Recorded(servers.Endpoint) ?? $"{source}'s own server");
        return (servers, before == now && last.Endpoint is null ? null : new ServerResumed(before, now, isFirst));
    }

    // Without a session yet.
    private static LiveStart Connect(RunRequest request, RunPlan plan, LivePorts ports, LiveEnd end)
    {
        var feed = ports.Feed(request, plan);
        var (history, reason) = ports.History(request, plan, feed.Name);
        NoticeEvent[] notices =
        [
            .. plan.Description.Warnings.Select(p => new PlanWarned(p.ToString())),
            new FeedChosen(feed.Name),
            new HistoryChosen(reason, history is not null),
        ];
        return new LiveStart(feed, history, end, static _ => throw new InvalidOperationException("There is no session to open."), notices);
    }

    private static string NewestLive(string output) =>
        RunDirectory.All(output).FirstOrDefault(JournalFiles.Exist)
        ?? throw new AxflException("RunNotFound", ErrorKind.Data,
            $"There is no live run in {Path.Combine(output, "runs")} to resume: start one without {Spelling.Of("Resume")}.") { Target = output };
}
