using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>The port with given answers; it remembers what was asked.</summary>
internal sealed class FakeRuntime : IAxflRuntime
{
    public RunRequest? Request { get; private set; }

    public string? RunAsked { get; private set; }

    public string? OutputAsked { get; private set; }

    public IReadOnlyList<RunEvent> Events { get; init; } = [];

    public RunSummary Summary { get; init; } = Samples.Summary();

    public Exception? Fault { get; init; }

    public Exception? StartFault { get; init; }

    public bool WaitsForStop { get; init; }

    public IReadOnlyList<ConfigurationProblem> Problems { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Trade> Trades { get; init; } = [];

    public IReadOnlyList<DataReport> Reports { get; init; } = [];

    public DataCheckRequest? DataRequest { get; private set; }

    public JournalReport Journal { get; init; } = new() { Run = "a", Path = "/runs/a/journal.jsonl", Ok = true, Lines = 3 };

    public RunComparison Comparison { get; init; } = new() { Left = "a", Right = "b", Equal = true, Cause = "none" };

    public IReadOnlyList<HistoryFile> History { get; init; } = [];

    public IReadOnlyList<HistoryProgress> HistorySays { get; init; } = [];

    public JournalCheckRequest? JournalAsked { get; private set; }

    public CompareRequest? CompareAsked { get; private set; }

    public HistoryRequest? HistoryAsked { get; private set; }

    public StubFeed FakeFeed { get; init; } = new();

    public FakeFeedRequest? FakeFeedAsked { get; private set; }

    public StubDashboard Dashboard { get; init; } = new();

    public DashboardRequest? DashboardAsked { get; private set; }

    public RunReport Report { get; init; } = new() { Run = "", Directory = "", State = RunStates.Ended, Mode = "replay" };

    public PortfolioStatus Status { get; init; } = Samples.Status;

    public string Version => "0.1.0";

    public IndicatorCatalogue Indicators => new([], "", []);

    public ReportRequest? ReportAsked { get; private set; }

    public ReportFile Written { get; init; } = new("a", "/runs/a/report.html", []);

    public ReportFile WriteReport(ReportRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        ReportAsked = request;
        return Fault is null ? Written : throw Fault;
    }

    public FakePictures Shown { get; init; } = new();

    public IRunPictures Pictures => Shown;

    public SweepReportRequest? SweepReportAsked { get; private set; }

    public SweepReportFile WriteSweepReport(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation)
    {
        SweepReportAsked = request;
        return Fault is null ? new SweepReportFile(request.Sweep, request.Path ?? "/runs/default.html") : throw Fault;
    }

    public FakeMeasures Measured { get; init; } = new();

    public IRunMeasures Measures => Measured;

    public IReadOnlyList<string> DecisionResults => ["accepted", "filled"];

    public IReadOnlyList<StrategyDefinition> GetStrategies(IReadOnlyList<string> assemblies, IReadOnlyList<StrategyDefinition> extra) => [Samples.Strategy];

    public StrategyDefinition DescribeStrategy(Type type) => Samples.Strategy;

    public IReadOnlyList<string> GetProfiles(string? sessionsPath) => ["portfolio"];

    public IReadOnlyList<PlanKeyInfo> PlanKeys => [];

    public ISweepPools SweepPools { get; init; } = new FakeSweepPools();

    public ISweeps Sweeps { get; init; } = new FakeSweeps();

    public ISweepStore SweepStore { get; set; } = new FakeSweepStore();

    public SessionsProfile ImportSessions(RunRequest request)
    {
        Request = request;
        return Samples.Profile;
    }

    public IReadOnlyList<UpcomingTime> Upcoming { get; init; } = [];

    public IReadOnlyList<UpcomingTime> GetUpcoming(RunRequest request) => Upcoming;

    public IReadOnlyList<ConfigurationProblem> CheckSessions(RunRequest request)
    {
        Request = request;
        return Problems;
    }

    public IPortfolioRun Start(RunRequest request, CancellationToken cancellation)
    {
        Request = request;
        return StartFault is null ? new FakeRun(Events, Summary, Fault, WaitsForStop) : throw StartFault;
    }

    public string FindRun(string outputDirectory, string? run)
    {
        (OutputAsked, RunAsked) = (outputDirectory, run);
        return Path.Combine(outputDirectory, "runs", run ?? "newest");
    }

    public IReadOnlyList<string> ListRuns(string outputDirectory) => ["b", "a"];

    public RunReport DescribeRun(string runDirectory) =>
        Report with { Run = Path.GetFileName(runDirectory), Directory = runDirectory };

    public PortfolioStatus ReadStatus(string runDirectory) => Status;

    public IEnumerable<PortfolioStatus> ReadStatuses(string runDirectory) => [Samples.Status];

    public IEnumerable<Trade> ReadTrades(string runDirectory) => Trades;

    public IEnumerable<Decision> ReadDecisions(string runDirectory) => Decisions;

    public RunSummary ReadSummary(string runDirectory) => Summary;

    public PortfolioMetrics Measure(IEnumerable<Trade> trades, double startingEquity) => Summary.Metrics;

    public IReadOnlyList<DataReport> CheckData(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        DataRequest = request;
        return Reports;
    }

    /// <summary>How channels answer a test.</summary>
    public IReadOnlyList<AlertAnswer> Answers { get; set; } = [new("discord", "discord", true, "HTTP 204", 0.1), new("mail", "mail", false, "no connection (ConnectionRefused)", 0.2)];

    /// <summary>What the last test of alerts asked.</summary>
    public (RunRequest Request, IReadOnlyList<string> Channels)? AlertsAsked { get; private set; }

    public Task<IReadOnlyList<AlertAnswer>> TestAlerts(RunRequest request, IReadOnlyList<string> channels, CancellationToken cancellation)
    {
        AlertsAsked = (request, channels);
        return Task.FromResult<IReadOnlyList<AlertAnswer>>([.. Answers.Where(a => channels.Count == 0 || channels.Contains(a.Channel))]);
    }

    public JournalReport CheckJournal(JournalCheckRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        JournalAsked = request;
        progress?.Report(0.5);
        return Journal;
    }

    public IReadOnlyList<HealthResult> Health { get; init; } = [];

    public bool? HealthSends { get; private set; }

    public async Task<IReadOnlyList<HealthResult>> CheckHealth(RunRequest request, bool sendsAlerts, IProgress<double>? progress, CancellationToken cancellation)
    {
        (Request, HealthSends) = (request, sendsAlerts);
        progress?.Report(0.5);
        if (WaitsForStop) await Task.Delay(Timeout.Infinite, cancellation);
        return Health;
    }

    public RunComparison Compare(CompareRequest request, CancellationToken cancellation)
    {
        CompareAsked = request;
        return Comparison;
    }

    public async Task<IReadOnlyList<HistoryFile>> SaveHistory(HistoryRequest request, IProgress<HistoryProgress>? progress, CancellationToken cancellation)
    {
        HistoryAsked = request;
        foreach (var item in HistorySays) progress?.Report(item);
        if (WaitsForStop) await Task.Delay(Timeout.Infinite, cancellation);
        return History;
    }

    public IFakeFeed StartFakeFeed(FakeFeedRequest request)
    {
        FakeFeedAsked = request;
        return FakeFeed;
    }

    public IDashboard StartDashboard(DashboardRequest request)
    {
        DashboardAsked = request;
        return Dashboard;
    }

    public PortfolioStatus? StatusShown { get; private set; }

    public string ToJson(PortfolioStatus status)
    {
        StatusShown = status;
        return Samples.StatusJson;
    }

    public PortfolioStatus FromJson(string json) => Samples.Status;

    public IndicatorInfo DescribeIndicator(string name, IReadOnlyDictionary<string, object?> parameters) => throw new NotSupportedException();

    public IReadOnlyList<IndicatorRow> GetIndicator(IndicatorRequest request) => [];

    public FakeStrategyTests Tests { get; init; } = new();

    public IStrategyTests StrategyTests => Tests;

    public FakeWalkForward Forward { get; init; } = new();

    public IWalkForward WalkForward => Forward;
}
