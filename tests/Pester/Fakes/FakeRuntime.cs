using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>The port with made answers, under the name by which the module loads the real one. Names of runs and addresses decide what it does.</summary>
public sealed class AxflRuntime : IAxflRuntime
{
    public IRunPictures Pictures => throw new NotSupportedException();

    public string Version => "0.0.0";

    public IndicatorCatalogue Indicators => new([], "", []);

    public IReadOnlyList<string> DecisionResults => ["accepted", "filled"];

    public IReadOnlyList<StrategyDefinition> GetStrategies(IReadOnlyList<string> assemblies, IReadOnlyList<StrategyDefinition> extra) => extra;

    public StrategyDefinition DescribeStrategy(Type type) => new("described", "", [], "", _ => throw new NotSupportedException());

    public IReadOnlyList<string> GetProfiles(string? sessionsPath) => ["portfolio"];

    public IReadOnlyList<PlanKeyInfo> PlanKeys => [];

    public ISweepPools SweepPools { get; } = new FakeSweepPools();

    public ISweeps Sweeps => throw new NotSupportedException();
    public ISweepStore SweepStore => throw new NotSupportedException();

    public SessionsProfile ImportSessions(RunRequest request) => throw new NotSupportedException();

    public IReadOnlyList<ConfigurationProblem> CheckSessions(RunRequest request) => [];

    public IReadOnlyList<UpcomingTime> GetUpcoming(RunRequest request) => [];

    // "slow": a provider that does not answer, until the start is cancelled.
    public IPortfolioRun Start(RunRequest request, CancellationToken cancellation)
    {
        if (request.Endpoint == "ws://slow") WaitForever("start", request.WorkingDirectory, cancellation);
        return new FakeRun(request);
    }

    public string FindRun(string outputDirectory, string? run)
    {
        var byId = Path.Combine(outputDirectory, "runs", run ?? "newest");
        return Directory.Exists(byId) ? byId : run is not null && Directory.Exists(run) ? run
            : throw new AxflException("RunNotFound", ErrorKind.Data, $"There is no run '{run}' in {outputDirectory}.") { Target = run };
    }

    public IReadOnlyList<string> ListRuns(string outputDirectory) => [];

    public RunReport DescribeRun(string runDirectory) =>
        new() { Run = Path.GetFileName(runDirectory), Directory = runDirectory, State = RunStates.Ended, Mode = "replay" };

    public PortfolioStatus ReadStatus(string runDirectory) => FakeRun.StatusOf(Path.GetFileName(runDirectory), 1);

    public IEnumerable<PortfolioStatus> ReadStatuses(string runDirectory) => [ReadStatus(runDirectory)];

    public IEnumerable<Trade> ReadTrades(string runDirectory) => [];

    public IEnumerable<Decision> ReadDecisions(string runDirectory) => [];

    public RunSummary ReadSummary(string runDirectory) => new() { Metrics = new PortfolioMetrics() };

    public PortfolioMetrics Measure(IEnumerable<Trade> trades, double startingEquity) => new();

    public IReadOnlyList<DataReport> CheckData(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation) => [];

    // "slow" does not end, "plain" has no journal, "broken" has one that does not hold.
    // Answers with what the vault gave, so that a test sees that it was asked; of the secret itself its length.
    public Task<IReadOnlyList<AlertAnswer>> TestAlerts(RunRequest request, IReadOnlyList<string> channels, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AlertAnswer>>([.. (channels.Count > 0 ? channels : ["discord", "webhook"]).Select(c =>
            new AlertAnswer(c, c, true, c == "vault" ? $"{request.Vault!("AxflHook")} of {request.Vault("AxflHook")!.Reveal().Length}" : "HTTP 204", 0.1))]);

    public JournalReport CheckJournal(JournalCheckRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        var runDirectory = request.RunDirectory;
        var run = Path.GetFileName(runDirectory);
        var path = Path.Combine(runDirectory, "journal.jsonl");
        progress?.Report(0.5);
        if (run == "slow") WaitForever("journal", runDirectory, cancellation);
        if (run == "plain") throw new AxflException("JournalNotFound", ErrorKind.Data, $"There is no journal in {runDirectory}.") { Target = path };
        return new JournalReport
        {
            Run = run, Path = path, Ok = run != "broken", Lines = run == "broken" ? 41 : 1234, BrokenLine = run == "broken" ? 42 : null,
            Problem = run == "broken" ? "its hash is not that of what it says" : null, Ended = true, LastHash = "9f2b", LedgerHash = "14c8", Trades = 7,
            First = new DateTime(2026, 3, 2, 7, 0, 0, DateTimeKind.Utc), Last = new DateTime(2026, 3, 6, 21, 0, 0, DateTimeKind.Utc),
            Kinds = new Dictionary<string, long> { ["tick"] = 1200, ["bars"] = 34 }, Proves = ["that no line was changed", .. Usable(request.StrategyAssemblies, request.Strategies)], CannotProve = ["that the prices were right"],
        };
    }

    // Echoes what was asked; "ws://slow" does not end, of the profile "sick" a check fails.
    public async Task<IReadOnlyList<HealthResult>> CheckHealth(RunRequest request, bool sendsAlerts, IProgress<double>? progress, CancellationToken cancellation)
    {
        progress?.Report(0.5);
        if (request.Endpoint == "ws://slow") WaitForever("health", request.WorkingDirectory, cancellation);
        await Task.Yield();
        return
        [
            new("sessions", HealthStates.Ok, $"{request.SessionsPath} {request.Profile} {request.Source} {request.OutputDirectory} {request.Mode}", null),
            new("disk", HealthStates.Warning, "1.0 GB free", "Make room."),
            new("feed", request.Profile == "sick" ? HealthStates.Failed : HealthStates.Ok, "127.0.0.1 answered 401", request.Profile == "sick" ? "Set a valid key." : null),
            .. request.Profile == "told" ? [new("alerts vault", HealthStates.Ok, $"{request.Vault!("AxflHook")} of {request.Vault("AxflHook")!.Reveal().Length}, {(sendsAlerts ? "sent" : "not sent")}", null)] : Array.Empty<HealthResult>(),
        ];
    }

    // Echoes what was asked: a run differs from any other but itself.
    public RunComparison Compare(CompareRequest request, CancellationToken cancellation)
    {
        if (request.HistoryEndpoint == "http://slow") WaitForever("compare", request.Left, cancellation);
        var right = request.Right is { } directory ? Path.GetFileName(directory) : request.Source!;
        var equal = request.Left == request.Right;
        return new RunComparison
        {
            Left = Path.GetFileName(request.Left), Right = right, Equal = equal, Cause = equal ? "none" : "data", First = equal ? null : "EURUSD closed at another price",
            Time = equal ? null : new DateTime(2026, 3, 2, 8, 5, 0, DateTimeKind.Utc),
            Differences = [new("bars", 1440, equal ? 0 : 3, equal ? "" : "EURUSD 2026-03-02 08:05", equal ? "" : "1.16408", string.Join(";", request.DataPath.Append(request.HistoryEndpoint ?? "").Concat(Usable(request.StrategyAssemblies, request.Strategies))))],
        };
    }

    public async Task<IReadOnlyList<HistoryFile>> SaveHistory(HistoryRequest request, IProgress<HistoryProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new HistoryProgress(request.Symbols[0], 0.25, 5000, "credits of twelvedata, 23 s"));
        if (request.Endpoint == "http://refuses") throw new AxflException("HistoryRefused", ErrorKind.Feed, "The provider has no history for this key.") { Target = request.Source };
        if (request.Endpoint == "http://slow") WaitForever("history", request.DataDir, cancellation);
        await Task.Yield();
        return [.. request.Symbols.Select(s => new HistoryFile(
            s, Path.Combine(request.DataDir, s + "_" + request.Interval + ".csv"), request.Source, "its keys are set", 100, 10, request.Since, request.Until))];
    }

    public IFakeFeed StartFakeFeed(FakeFeedRequest request) => throw new NotSupportedException();

    public IDashboard StartDashboard(DashboardRequest request) => throw new NotSupportedException();

    public IRunMeasures Measures => throw new NotSupportedException();

    public ReportFile WriteReport(ReportRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) => throw new NotSupportedException();

    // "slow" does not end, "taken" has another file where its report goes.
    public SweepReportFile WriteSweepReport(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation)
    {
        progress?.Report("reading the trials");
        if (request.Sweep == "slow") WaitForever("sweepreport", request.Store.WorkingDirectory, cancellation);
        var path = request.Path ?? Path.Combine(request.Store.WorkingDirectory, SweepReportFile.DefaultName(request.Sweep));
        if (request.Sweep == "taken" && !request.Force) throw new AxflException("ReportFileExists", ErrorKind.Output, $"{path} exists.") { Target = path };
        File.WriteAllText(path, request.Store.Store ?? "default");
        return new SweepReportFile(request.Sweep, path);
    }

    public string ToJson(PortfolioStatus status) => "{}";

    public PortfolioStatus FromJson(string json) => throw new NotSupportedException();

    public IndicatorInfo DescribeIndicator(string name, IReadOnlyDictionary<string, object?> parameters) => throw new NotSupportedException();

    public IReadOnlyList<IndicatorRow> GetIndicator(IndicatorRequest request) => [];

    public IStrategyTests StrategyTests => throw new NotSupportedException();

    public IWalkForward WalkForward => throw new NotSupportedException();

    // Paths, and names of strategies that can be made: a definition that is only described throws.
    internal static IEnumerable<string> Usable(IReadOnlyList<string> assemblies, IReadOnlyList<StrategyDefinition> strategies)
    {
        var setup = new StrategySetup(new Instrument("EURUSD", "EUR", "USD", 0.0001, 5, 0.6), new Interval(1), new Dictionary<string, object?>());
        return [.. assemblies, .. strategies.Where(s => s.Create(setup) is not null).Select(s => s.Name)];
    }

    // Leaves a file when it has begun and one when it was cancelled.
    internal static void WaitForever(string what, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, what + ".begun"), "");
        cancellation.WaitHandle.WaitOne();
        File.WriteAllText(Path.Combine(folder, what + ".cancelled"), "");
        cancellation.ThrowIfCancellationRequested();
    }
}
