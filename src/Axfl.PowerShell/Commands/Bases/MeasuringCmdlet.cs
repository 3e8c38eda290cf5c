using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that measure a run by running its plan again: of which run, or which plan, data and period.</summary>
public abstract class MeasuringCmdlet : BarsCmdlet
{
    private readonly List<string> _directories = [];

    /// <summary>Run ids, wildcards allowed, or run directories; default: the run started last in this process, else the newest of the output directory.</summary>
    [Parameter(Position = 0, ParameterSetName = "Run", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RunId")]
    [SupportsWildcards]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string[] Run { get; set; } = [];

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter(ParameterSetName = "Run")]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Instead of a run: sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [Alias("SessionsPath", "Cfg")]
    public string? Path { get; set; }

    /// <summary>Instead of a run: profile of the sessions file; default portfolio.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Instead of a run: where bars come from, auto, csv or simulated.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [ValidateSet("auto", "csv", "simulated")]
    public string? Source { get; set; }

    /// <summary>Bars for csv: folders, files, or SYMBOL=path. With -Run: where its bars are now; without it a plan is measured.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Instead of a run: reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter(ParameterSetName = "Plan")]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Instead of a run: first traded bar, inclusive; a time without a zone is UTC.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [TimeArgument]
    public DateTime? Since { get; set; }

    /// <summary>Instead of a run: end, exclusive; a time without a zone is UTC.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [TimeArgument]
    public DateTime? Until { get; set; }

    /// <summary>Instead of a run: one spread for all symbols, pips.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [NumberArgument]
    [ValidateRange(0.0, 10_000.0)]
    public double? SpreadPips { get; set; }

    /// <summary>Instead of a run: single overrides, KEY=VALUE.</summary>
    [Parameter(ParameterSetName = "Plan")]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsOfPlan) return;
        var given = MyInvocation.BoundParameters.ContainsKey(nameof(OutputDirectory));
        if (Run.Length == 0) AttemptEach(() => Take(RunLookup.Newest(this, OutputDirectory, given)));
        foreach (var run in Run) AttemptEach(() => RunLookup.FindAll(this, run, OutputDirectory, given).ToList().ForEach(Take), run);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (IsOfPlan) AttemptEach(() => MeasureRun(null), Path ?? Profile);
        foreach (var directory in _directories) AttemptEach(() => MeasureRun(directory), directory);
    }

    /// <summary>Measures what the request names and writes what was found.</summary>
    /// <param name="request">The run or plan.</param>
    internal abstract void Measure(MeasureRequest request);

    /// <summary>Measures in the background, under a progress record; notices come out on the pipeline's thread.</summary>
    /// <param name="request">The whole request.</param>
    /// <param name="measure">The measure.</param>
    internal TResult Work<TRequest, TResult>(TRequest request, Func<TRequest, IProgress<MeasureProgress>, CancellationToken, TResult> measure)
        where TRequest : MeasureRequest
    {
        using var strategies = StrategyRegistry.Open();
        var notices = new List<NoticeEvent>();
        var whole = request with { Notify = notices.Add, Plan = request.Plan with { Strategies = strategies.Definitions } };
        var progress = new ProgressRecord(0x417C, "Measuring", request.RunDirectory is { } directory ? RunLookup.IdOf(directory) : request.Plan.Profile);
        try
        {
            return Work<MeasureProgress, TResult>(progress, (report, stop) => Task.FromResult(measure(whole, report, stop)), p =>
            {
                progress.StatusDescription = p.Step;
                progress.PercentComplete = BackgroundWork.Percent(p.Share);
            });
        }
        finally
        {
            if (!StopToken.IsCancellationRequested)
            {
                foreach (var notice in notices)
                {
                    if (notice.Level == NoticeLevel.Warning) WriteWarning(notice.Message);
                    else WriteVerbose(notice.Message);
                }
            }
        }
    }

    // Data without a run are those of a plan.
    private bool IsOfPlan => ParameterSetName == "Plan" || (DataPath.Length > 0 && !MyInvocation.BoundParameters.ContainsKey(nameof(Run)));

    private void Take(string directory)
    {
        if (!_directories.Contains(directory)) _directories.Add(directory);
    }

    private void MeasureRun(string? directory) => Measure(new MeasureRequest
    {
        RunDirectory = directory,
        Plan = BarsRequest() with
        {
            SessionsPath = Path is { } path ? Absolute(path) : null,
            Profile = Profile,
            Set = Set,
            Source = Source,
            DataPath = DataPathArgument.Resolve(DataPath, this),
            AllowRejected = AllowRejected,
            SpreadPips = SpreadPips,
            Since = Since,
            Until = Until,
        },
    });
}
