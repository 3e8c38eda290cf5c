using Axfl.Alerts;
using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Dashboard;
using Axfl.Data.Check;
using Axfl.FakeFeed;
using Axfl.Indicators;
using Axfl.Providers;
using Axfl.Providers.Common.History;
using Axfl.Providers.Saving;
using Axfl.Reports;
using Axfl.Research.Measures;
using Axfl.Research.Pools;
using Axfl.Research.StrategyTests;
using Axfl.Research.WalkForward;
using Axfl.Runs.Alerts;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Health;
using Axfl.Runs.Live;
using Axfl.Runs.Metrics;
using Axfl.Runs.Parity;
using Axfl.Runs.Pictures;
using Axfl.Strategies.Catalogue;

namespace Axfl.Runtime;

/// <summary>The one door between the commands and everything behind them.</summary>
public sealed class AxflRuntime(TimeProvider time) : IAxflRuntime
{
    /// <summary>A runtime on the system's clock.</summary>
    public AxflRuntime()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Plays a replay that nobody sees, so that the real one finds its code loaded; on a thread of its own it shortens the start of a process.</summary>
    public static void Rehearse() => _ = ReplayRehearsal.Play(StrategyCatalogue.BuiltIn);

    /// <inheritdoc/>
    public string Version => Product.Version;

    /// <inheritdoc/>
    public IndicatorCatalogue Indicators => IndicatorLibrary.Catalogue;

    /// <inheritdoc/>
    public IReadOnlyList<string> DecisionResults { get; } =
        [.. Engine.Status.DecisionResults.InOrder.Where(r => r.Kind != Engine.Results.DecisionKind.Cancelled).Select(r => r.Name)];

    /// <inheritdoc/>
    public IReadOnlyList<StrategyDefinition> GetStrategies(IReadOnlyList<string> assemblies, IReadOnlyList<StrategyDefinition> extra) =>
        [.. StrategyCatalogue.BuiltIn, .. assemblies.SelectMany(StrategyAssembly.Load).Concat(extra).Select(IndicatorPort.HandTo)];

    /// <inheritdoc/>
    public StrategyDefinition DescribeStrategy(Type type) => StrategyCatalogue.FromType(type, type.Assembly.GetName().Name ?? "");

    /// <inheritdoc/>
    public IReadOnlyList<string> GetProfiles(string? sessionsPath) => SessionsLoader.Profiles(sessionsPath);

    /// <inheritdoc/>
    public IReadOnlyList<PlanKeyInfo> PlanKeys => SessionsLoader.Keys;

    /// <inheritdoc/>
    public ISweeps Sweeps => SweepComposition.Create(StrategiesOf, time, Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public ISweepPools SweepPools => SweepComposition.CreatePools(StrategiesOf, time, Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public ISweepStore SweepStore => SweepStores.Create(time, Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public SessionsProfile ImportSessions(RunRequest request) => SessionsLoader.Load(request, StrategiesOf(request)).Description;

    /// <inheritdoc/>
    public IReadOnlyList<ConfigurationProblem> CheckSessions(RunRequest request) => SessionsLoader.Check(request, StrategiesOf(request));

    /// <inheritdoc/>
    public IReadOnlyList<UpcomingTime> GetUpcoming(RunRequest request) =>
        UpcomingTimes.Of(SessionsLoader.Load(request, StrategiesOf(request)), time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <inheritdoc/>
    public Task<IReadOnlyList<AlertAnswer>> TestAlerts(RunRequest request, IReadOnlyList<string> channels, CancellationToken cancellation) =>
        Alerts.Test(SessionsLoader.Load(request, StrategiesOf(request)), request, channels, cancellation);

    /// <inheritdoc/>
    public IPortfolioRun Start(RunRequest request, CancellationToken cancellation) => request.Mode switch
    {
        "replay" => Replays.Start(request, StrategiesOf(request), time, cancellation, AlertsOf),
        "ws" => LiveRun.Start(request, StrategiesOf(request), Ports, cancellation),
        _ => throw new AxflException("ModeUnknown", ErrorKind.Configuration, $"There is no mode '{request.Mode}': use replay or ws."),
    };

    /// <inheritdoc/>
    public string FindRun(string outputDirectory, string? run) => RunDirectory.Find(outputDirectory, run);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListRuns(string outputDirectory) => RunDirectory.List(outputDirectory);

    /// <inheritdoc/>
    public RunReport DescribeRun(string runDirectory) => RunReports.Of(runDirectory, time);

    /// <inheritdoc/>
    public PortfolioStatus ReadStatus(string runDirectory) => StatusFiles.Last(runDirectory);

    /// <inheritdoc/>
    public IEnumerable<PortfolioStatus> ReadStatuses(string runDirectory) => StatusFiles.Read(runDirectory);

    /// <inheritdoc/>
    public IEnumerable<Trade> ReadTrades(string runDirectory) => RunTrades.Read(runDirectory);

    /// <inheritdoc/>
    public IEnumerable<Decision> ReadDecisions(string runDirectory) => RunDecisions.Read(runDirectory);

    /// <inheritdoc/>
    public IRunPictures Pictures => new RunPictures(time);

    /// <inheritdoc/>
    public RunSummary ReadSummary(string runDirectory)
    {
        var summary = SummaryFiles.Read(runDirectory);
        if (summary.State.Length > 0)
        {
            RunTrades.Check(runDirectory);
            return summary;
        }

        var report = DescribeRun(runDirectory);
        return summary with { State = report.State, Error = report.Error };
    }

    /// <inheritdoc/>
    public PortfolioMetrics Measure(IEnumerable<Trade> trades, double startingEquity) => TradeMetrics.Compute([.. trades.Select(Sound)], startingEquity, null);

    /// <inheritdoc/>
    public IReadOnlyList<DataReport> CheckData(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation) =>
        DataCheck.Run(request, progress, cancellation);

    /// <inheritdoc/>
    public JournalReport CheckJournal(JournalCheckRequest request, IProgress<double>? progress, CancellationToken cancellation) =>
        new JournalCheck(request.RunDirectory, GetStrategies(request.StrategyAssemblies, request.Strategies)).Run(progress, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HealthResult>> CheckHealth(RunRequest request, bool sendsAlerts, IProgress<double>? progress, CancellationToken cancellation) => HealthChecks.Run(
        request, StrategiesOf, new HealthPorts(Ports, Environment.GetEnvironmentVariable, DiskSpace.Free, LookAtAlerts), sendsAlerts, progress, cancellation);

    /// <inheritdoc/>
    public RunComparison Compare(CompareRequest request, CancellationToken cancellation)
    {
        var strategies = GetStrategies(request.StrategyAssemblies, request.Strategies);
        return request.Right is { } right ? new RunParity(strategies, cancellation).Compare(request.Left, right)
            : new SourceParity(strategies, HistoryOf, cancellation).Compare(request);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HistoryFile>> SaveHistory(
        HistoryRequest request, IProgress<HistoryProgress>? progress, CancellationToken cancellation) =>
        new HistoryDownload(request, Environment.GetEnvironmentVariable, time, progress).Run(cancellation);

    /// <inheritdoc/>
    public IFakeFeed StartFakeFeed(FakeFeedRequest request) => FakeFeedServer.Start(request, time);

    /// <inheritdoc/>
    public IDashboard StartDashboard(DashboardRequest request) => DashboardServer.Start(request, GetStrategies([], []), ReportOf, time);

    /// <inheritdoc/>
    public IRunMeasures Measures => new RunMeasures(StrategiesOf);

    /// <inheritdoc/>
    public ReportFile WriteReport(ReportRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation) =>
        new ReportMaker(StrategiesOf, time).Write(request, progress, cancellation);

    /// <inheritdoc/>
    public SweepReportFile WriteSweepReport(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation) =>
        new SweepReportMaker(time, Environment.GetEnvironmentVariable).Write(request, progress, cancellation);

    /// <inheritdoc/>
    public string ToJson(PortfolioStatus status) => StatusJson.Write(status);

    /// <inheritdoc/>
    public PortfolioStatus FromJson(string json) => StatusReading.Read(json);

    /// <inheritdoc/>
    public IndicatorInfo DescribeIndicator(string name, IReadOnlyDictionary<string, object?> parameters) => IndicatorLibrary.Describe(name, parameters);

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorRow> GetIndicator(IndicatorRequest request) => IndicatorLibrary.Compute(request);

    /// <inheritdoc/>
    public IStrategyTests StrategyTests => new StrategyTestRuns(GetStrategies, time);

    /// <inheritdoc/>
    public IWalkForward WalkForward => new WalkForwardRuns(StrategiesOf, time, Environment.GetEnvironmentVariable);

    // The dashboard changes nothing of a run: its report goes into no run's directory.
    private byte[] ReportOf(string directory, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("axfl-");
        try
        {
            return File.ReadAllBytes(WriteReport(new ReportRequest { RunDirectory = directory, Path = Path.Combine(folder.FullName, "report.html") }, null, cancellation).Path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Trade Sound(Trade trade) => TradeCheck.Fault(trade) is not { } fault ? trade
        : throw new AxflException("TradeInvalid", ErrorKind.Data, FormattableString.Invariant($"Trade {trade.TradeId} cannot be measured: {fault}."));

    private LivePorts Ports => new(
        (request, plan) => LiveSources.Feed(request, plan, Environment.GetEnvironmentVariable, time), 
        (request, plan, feed) => LiveSources.History(request, plan, feed, Environment.GetEnvironmentVariable, time), Environment.MachineName, time)
    {
        Alerts = AlertsOf,
    };

    private AlertComposition Alerts => new(Environment.GetEnvironmentVariable, time);

    // A run without alerts loads nothing of them.
    private IRunAlerts? AlertsOf(AlertedRun run) => run.Plan.Alerts is null ? null : Alerts.Create(run);

    private Task<IReadOnlyList<AlertSight>> LookAtAlerts(RunPlan plan, RunRequest request, bool send, CancellationToken cancellation) => Alerts.Look(plan, request, send, cancellation);

    private HistoryChain HistoryOf(CompareRequest request, RunPlan plan) =>
        new(HistorySources.Choose(request.Source ?? "auto", request.HistoryEndpoint, Environment.GetEnvironmentVariable, time, plan.Venue, allowPlain: request.AllowPlain).Histories);

    private IReadOnlyList<StrategyDefinition> StrategiesOf(RunRequest request) => GetStrategies(request.StrategyAssemblies, request.Strategies);
}
