namespace Axfl.Contracts;

/// <summary>The one door between the commands (cmdlets, CLI) and everything behind them.</summary>
/// <remarks>Implemented by <c>Axfl.Runtime.AxflRuntime</c>, which the module loads in a private load context. All errors are <see cref="AxflException"/>.</remarks>
public interface IAxflRuntime
{
    /// <summary>Version of Axfl.</summary>
    string Version { get; }

    /// <summary>What can come of an order, by name: accepted, filled, the gates in their order, for completion.</summary>
    IReadOnlyList<string> DecisionResults { get; }

    /// <summary>Strategies: built in, of the given assemblies, and extra ones.</summary>
    IReadOnlyList<StrategyDefinition> GetStrategies(IReadOnlyList<string> assemblies, IReadOnlyList<StrategyDefinition> extra);

    /// <summary>The definition of a strategy class (of Add-Type, say).</summary>
    StrategyDefinition DescribeStrategy(Type type);

    /// <summary>Names of the profiles of a sessions file (null: the shipped one), for completion.</summary>
    IReadOnlyList<string> GetProfiles(string? sessionsPath);

    /// <summary>Runs sweeps: many trials of one plan.</summary>
    ISweeps Sweeps { get; }

    /// <summary>Runs chunks of sweeps, on this machine and others.</summary>
    ISweepPools SweepPools { get; }

    /// <summary>Reads the store of all trials: what was tried, and what it comes to.</summary>
    ISweepStore SweepStore { get; }

    /// <summary>Keys a profile may have, in the order of the plan; those of strategies' parameters are the strategies' own.</summary>
    IReadOnlyList<PlanKeyInfo> PlanKeys { get; }

    /// <summary>Effective plan of a request.</summary>
    /// <exception cref="ConfigurationException">The file has errors: all of them.</exception>
    SessionsProfile ImportSessions(RunRequest request);

    /// <summary>All errors and warnings of a sessions file, in file order; empty when it is clean.</summary>
    IReadOnlyList<ConfigurationProblem> CheckSessions(RunRequest request);

    /// <summary>What the request's plan waits for now: the next sessions, blackouts and news.</summary>
    /// <exception cref="ConfigurationException">The file or an override has errors: all of them.</exception>
    IReadOnlyList<UpcomingTime> GetUpcoming(RunRequest request);

    /// <summary>Sends one test message to channels of the plan's alerts, and says how each answered; in the order of the plan.</summary>
    /// <param name="request">The plan.</param>
    /// <param name="channels">Names of channels; none: all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConfigurationException">The file or an override has errors: all of them.</exception>
    /// <exception cref="AxflException">The plan has no channels (<c>AlertsNotConfigured</c>), or none of a name (<c>AlertChannelUnknown</c>).</exception>
    Task<IReadOnlyList<AlertAnswer>> TestAlerts(RunRequest request, IReadOnlyList<string> channels, CancellationToken cancellation);

    /// <summary>Starts a run; errors of configuration and data are thrown before any file is written.</summary>
    IPortfolioRun Start(RunRequest request, CancellationToken cancellation);

    /// <summary>Finds a run directory: an id under the output directory, a path, or null for the newest.</summary>
    string FindRun(string outputDirectory, string? run);

    /// <summary>Ids of the runs of an output directory, newest first.</summary>
    IReadOnlyList<string> ListRuns(string outputDirectory);

    /// <summary>What became of the run in a directory: under way, ended, stopped, failed or killed, and with which error.</summary>
    /// <exception cref="AxflException">The directory does not exist, or is no run's.</exception>
    RunReport DescribeRun(string runDirectory);

    /// <summary>Last status written in a run directory.</summary>
    /// <exception cref="AxflException">There is none yet (<c>StatusNotFound</c>), or it is not that of the end the run came to (<c>StatusesIncomplete</c>).</exception>
    PortfolioStatus ReadStatus(string runDirectory);

    /// <summary>Statuses written in a run directory, in order.</summary>
    /// <exception cref="AxflException">A line is no status (<c>StatusInvalid</c>), or after the last one: it is not that of the end the run came to (<c>StatusesIncomplete</c>).</exception>
    IEnumerable<PortfolioStatus> ReadStatuses(string runDirectory);

    /// <summary>Trades of a run directory.</summary>
    IEnumerable<Trade> ReadTrades(string runDirectory);

    /// <summary>Decisions of a run directory.</summary>
    IEnumerable<Decision> ReadDecisions(string runDirectory);

    /// <summary>Shows runs on terminals.</summary>
    IRunPictures Pictures { get; }

    /// <summary>Summary of a run directory; made from its trades when the run has not ended, and held against them when it has.</summary>
    /// <exception cref="AxflException">A file is damaged, or the trades are not those of the summary (<c>TradesFileIncomplete</c>, <c>TradesFileDiffers</c>).</exception>
    RunSummary ReadSummary(string runDirectory);

    /// <summary>Metrics of trades from anywhere; those that need the run's bars are null.</summary>
    PortfolioMetrics Measure(IEnumerable<Trade> trades, double startingEquity);

    /// <summary>Report of a bars file, folder or archive.</summary>
    IReadOnlyList<DataReport> CheckData(DataCheckRequest request, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>Verifies the journal of a live run: its chain, line by line, and, with its strategies at hand, that its inputs give its results again.</summary>
    /// <exception cref="AxflException">There is no journal, it cannot be read, or an assembly cannot be loaded.</exception>
    JournalReport CheckJournal(JournalCheckRequest request, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>Looks whether a live run can be started now: plan, windows, history, feed, clock, disk, locks, news calendar, alerts. Places no order, opens no position, writes nothing, takes no lock.</summary>
    /// <param name="request">The live run that is meant; of it plan, output directory, addresses and the way to a vault count. The vault is asked on any thread.</param>
    /// <param name="sendsAlerts">Whether each channel of the plan's alerts is sent a test message; else nothing is sent to anybody.</param>
    /// <param name="progress">Share of the checks that are done, 0 to 1.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>A row or more of each check, in the order of the checks. Whatever goes wrong in one is a row that failed.</returns>
    Task<IReadOnlyList<HealthResult>> CheckHealth(RunRequest request, bool sendsAlerts, IProgress<double>? progress, CancellationToken cancellation);

    /// <summary>Compares two runs, or a live run's bars with a source's, and names the first difference and its cause.</summary>
    RunComparison Compare(CompareRequest request, CancellationToken cancellation);

    /// <summary>Downloads history into the data folder: resumes, and never leaves a half file.</summary>
    Task<IReadOnlyList<HistoryFile>> SaveHistory(HistoryRequest request, IProgress<HistoryProgress>? progress, CancellationToken cancellation);

    /// <summary>Starts a feed server of this machine with simulated prices: Finnhub's socket and its candles, any key accepted.</summary>
    /// <exception cref="AxflException">A number is out of range (<c>FakeFeedRequestInvalid</c>), or the port is taken (<c>FakeFeedPortTaken</c>).</exception>
    IFakeFeed StartFakeFeed(FakeFeedRequest request);

    /// <summary>Starts a page of this machine that follows runs while they go on.</summary>
    /// <exception cref="AxflException">The port is taken (<c>DashboardPortTaken</c>), or none (<c>DashboardPortInvalid</c>).</exception>
    IDashboard StartDashboard(DashboardRequest request);

    /// <summary>What rules and the unknown cost a run.</summary>
    IRunMeasures Measures { get; }

    /// <summary>Writes the report of a run: one HTML file that needs nothing else.</summary>
    /// <exception cref="AxflException">
    /// There is no such run, its plan or files cannot be read or were changed, another file is where the report goes (<c>ReportFileExists</c>), one that is never replaced
    /// (<c>ReportFileKept</c>), or it cannot be written.
    /// </exception>
    ReportFile WriteReport(ReportRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation);

    /// <summary>Writes the report of a sweep: one HTML file that needs nothing else.</summary>
    /// <exception cref="AxflException">
    /// There is no store (<c>StoreNotFound</c>) or no such sweep (<c>SweepNotFound</c>), or its store is damaged (<c>StoreDamaged</c>), another file is where the report goes
    /// (<c>ReportFileExists</c>), one that is never replaced (<c>ReportFileKept</c>), or it cannot be written (<c>ReportNotWritable</c>).
    /// </exception>
    SweepReportFile WriteSweepReport(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation);

    /// <summary>The JSON line of a status, field names and order of the status block.</summary>
    string ToJson(PortfolioStatus status);

    /// <summary>Reads a JSON line of a status block.</summary>
    PortfolioStatus FromJson(string json);

    /// <summary>Indicators on offer, and what is missing and how to get it.</summary>
    IndicatorCatalogue Indicators { get; }

    /// <summary>One indicator on offer, its warm-up with these parameters.</summary>
    /// <exception cref="AxflException">There is no such indicator (<c>IndicatorUnknown</c>), or a parameter is wrong (<c>IndicatorParameterInvalid</c>).</exception>
    IndicatorInfo DescribeIndicator(string name, IReadOnlyDictionary<string, object?> parameters);

    /// <summary>An indicator over bars: one row a bar (one a brick for Renko); null before it is defined.</summary>
    /// <exception cref="AxflException">
    /// There is no such indicator (<c>IndicatorUnknown</c>), a parameter is wrong (<c>IndicatorParameterInvalid</c>), a second series is missing or superfluous
    /// (<c>IndicatorNeedsOther</c>, <c>IndicatorTakesNoOther</c>), or the bars do not do (<c>IndicatorBarsInvalid</c>).
    /// </exception>
    IReadOnlyList<IndicatorRow> GetIndicator(IndicatorRequest request);

    /// <summary>Checks of strategies.</summary>
    IStrategyTests StrategyTests { get; }

    /// <summary>Walk-forwards.</summary>
    IWalkForward WalkForward { get; }
}

/// <summary>What Test-AxflData asks for.</summary>
/// <param name="Path">File, folder or archive, absolute.</param>
/// <param name="Timezone">Zone of times that have none; null: the dialect's own.</param>
public sealed record DataCheckRequest(string Path, string? Timezone)
{
    /// <summary>Names of the columns in their order, separated by commas; null: detected.</summary>
    public string? Columns { get; init; }

    /// <summary>Form of the times: <c>iso</c>, <c>unix</c>, <c>unix_ms</c> or a pattern such as <c>dd/MM/yyyy HH:mm</c>; null: detected.</summary>
    public string? TimeFormat { get; init; }
}
