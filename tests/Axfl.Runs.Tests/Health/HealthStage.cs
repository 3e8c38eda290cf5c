using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Alerts;
using Axfl.Runs.Health;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Health;

/// <summary>What checks look at in a test: a plan of two symbols, servers of the test's own, and a clock that stands at Tuesday 2026-03-03 14:05:00 UTC until the test moves it.</summary>
internal sealed class HealthStage : IDisposable
{
    // Nothing is timed by it: it ends a test whose event never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public HealthStage(DateTimeOffset? start = null)
    {
        Time = new SteppedClock(start ?? DateTimeOffset.FromUnixTimeMilliseconds(FeedHarness.T0));
        Request = new RunRequest
        {
            Mode = "ws", SessionsPath = _folder["sessions.yaml"], Profile = "made", OutputDirectory = _folder["logs"], WorkingDirectory = _folder.Path, Source = "twelvedata",
        };
    }

    public SteppedClock Time { get; }

    public RunRequest Request { get; set; }

    /// <summary>What the sessions file says.</summary>
    public string Sessions { get; set; } = """
        made:
          symbols: [EURUSD, GBPUSD]
          interval: 5m
          warmup_days: 3
          strategies: [{name: orb, windows: [{start: "07:00", end: "10:00", timezone: Europe/London}]}]
        """;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Free bytes of every disk; null: not known.</summary>
    public long? Free { get; set; } = 1L << 40;

    /// <summary>The feed instead of that of the request.</summary>
    public ITickFeed? Feed { get; set; }

    /// <summary>The feed that was made for the request.</summary>
    public ITickFeed Made { get; private set; } = null!;

    /// <summary>The history instead of that of the request.</summary>
    public IHistory? History { get; set; }

    /// <summary>Whether test messages are asked for.</summary>
    public bool SendsAlerts { get; set; }

    /// <summary>What is seen of the channels of the plan's alerts, by plan, request and whether a message is sent.</summary>
    public Func<RunPlan, RunRequest, bool, IReadOnlyList<AlertSight>> Alerts { get; set; } = (_, _, _) => throw new InvalidOperationException("nobody asks for channels of a plan without alerts");

    /// <summary>Name of this machine.</summary>
    public string Host { get; set; } = System.Environment.MachineName;

    public string this[string name] => _folder[name];

    /// <summary>Directory of a run, made.</summary>
    public string RunDirectory(string run) => Directory.CreateDirectory(Path.Combine(Request.OutputDirectory!, "runs", run)).FullName;

    /// <summary>Makes checks; each test names those it is about.</summary>
    public Task<IReadOnlyList<HealthResult>> Run(params HealthCheck[] checks) => Run(CancellationToken.None, null, checks);

    public async Task<IReadOnlyList<HealthResult>> Run(CancellationToken cancellation, IProgress<double>? progress, params HealthCheck[] checks)
    {
        await File.WriteAllTextAsync(Request.SessionsPath!, Sessions, CancellationToken.None);
        return await HealthChecks.Run(checks.Length == 0 ? HealthChecks.All : checks, Request, _ => StrategyCatalogue.BuiltIn, Ports, SendsAlerts, progress, cancellation).WaitAsync(Patience, CancellationToken.None);
    }

    /// <summary>Until something waits for a length of time on the clock; then the clock is moved to where it is due.</summary>
    public async Task Pass(TimeSpan length)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Time.Pass(length, limit.Token);
    }

    public void Dispose() => _folder.Dispose();

    private HealthPorts Ports => new(
        new LivePorts(
            (request, plan) => Feed ?? (Made = FeedOf(request, plan)),
            (request, plan, feed) => History is null ? LiveSources.History(request, plan, feed, Variable, Time) : (History, ""), Host, Time),
        Variable, _ => Free, (plan, request, send, _) => Task.FromResult(Alerts(plan, request, send)));

    private string? Variable(string name) => Environment.GetValueOrDefault(name);

    // As a run makes it; a second key is dialled at once.
    private ITickFeed FeedOf(RunRequest request, RunPlan plan) => Environment.Count == 0 ? LiveSources.Feed(request, plan, Variable, Time)
        : TickFeeds.Create(plan.Source, request.Endpoint, Variable, Time, new Axfl.Data.Markets.FxWeek().IsClosed, plan.Venue, o => o with { MinDialGap = TimeSpan.Zero }, request.AllowPlain);
}
