using System.Collections;
using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Conversion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Runs the trials of a sweep that are not in the store yet, and gives all of them in their order; or one chunk of a sweep that was submitted.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AxflSweep", DefaultParameterSetName = OfPath, SupportsShouldProcess = true)]
[OutputType(typeof(SweepTrial), typeof(SweepReport), typeof(SweepEstimate), typeof(ChunkReport), typeof(SweepJob))]
public sealed class InvokeAxflSweepCommand : AxflCmdlet, IChunkWorkerArguments
{
    private const string OfPath = "Path", OfAxis = "Axis", OfChunk = "Chunk";

    /// <summary>Sweep file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OfPath, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>Axes instead of a sweep file: keys with lists of values, or @{ from = 2; to = 6; step = 0.5 }; an [ordered] table keeps their order.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfAxis)]
    public IDictionary Axis { get; set; } = new Hashtable();

    /// <summary>Name of the sweep.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfAxis)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OfChunk)]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Number of the chunk, from 1, of a sweep that was submitted with -Pool command.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfChunk)]
    [ValidateRange(1, int.MaxValue)]
    public int Chunk { get; set; }

    /// <summary>Sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    public string? SessionsPath { get; set; }

    /// <summary>Profile of the sessions file.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Bars for csv: folders, files, or SYMBOL=path; of a chunk: bars instead of those of the sweep, which must be the same bars.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [Parameter(ParameterSetName = OfChunk)]
    public string[] DataPath { get; set; } = [];

    /// <summary>Reads the bars from the store, where -ShareData has put them.</summary>
    [Parameter(ParameterSetName = OfChunk)]
    public SwitchParameter DataFromStore { get; set; }

    /// <summary>First traded bar, inclusive; a time without a zone is UTC.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [TimeArgument]
    public DateTime? Since { get; set; }

    /// <summary>End, exclusive; a time without a zone is UTC.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [TimeArgument]
    public DateTime? Until { get; set; }

    /// <summary>Bars from here on are read by no trial; a time without a zone is UTC.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [TimeArgument]
    public DateTime? Holdout { get; set; }

    /// <summary>Single overrides of all trials, KEY=VALUE.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>How points are chosen from the axes.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [ValidateSet("grid", "random", "latin", "sobol")]
    public string Method { get; set; } = "grid";

    /// <summary>Number of points of the methods random, latin and sobol.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    [ValidateRange(1, 10_000_000)]
    public int? PointCount { get; set; }

    /// <summary>Seed of the methods random and latin.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    public int? Seed { get; set; }

    /// <summary>Conditions of a point: two keys, or a key and a number, with one of &lt; &lt;= &gt; &gt;= == != between them.</summary>
    [Parameter(ParameterSetName = OfAxis)]
    public string[] Where { get; set; } = [];

    /// <summary>Trials at the same time; default as many as cores.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int Throttle { get; set; }

    /// <summary>Longest a trial may take, seconds; default 100 times the median, at least 30 s, once 20 are done.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.001, 1e7)]
    public double? TrialTimeout { get; set; }

    /// <summary>Keeps the trades of each trial that is among so many best when it ends.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    [ValidateRange(1, 1_000_000)]
    public int KeepTrades { get; set; }

    /// <summary>Adds to a sweep of that name with another definition or other bars; its trials stay.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter Append { get; set; }

    /// <summary>Takes over the rows that this version of Axfl made, once 1 % of them, at least 20, were run again with equal ledgers.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    [ValidateNotNullOrEmpty]
    public string? ReuseVersion { get; set; }

    /// <summary>Runs more than 100,000 trials.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter Force { get; set; }

    /// <summary>Where trials run.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public string Pool { get; set; } = SweepPoolNames.Local;

    /// <summary>Expected time of a chunk, seconds, above 0 and at most 86400, for the pools hangfire and command; default 30.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    [NumberArgument]
    public double? ChunkSeconds { get; set; }

    /// <summary>Puts the bars into the store, for workers that have none.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter ShareData { get; set; }

    /// <summary>Runs the trials named with -Trial over the held-out bars. It is recorded, and cannot be undone.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter OpenHoldout { get; set; }

    /// <summary>Numbers of the trials for which the holdout is opened.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    [ValidateRange(1, int.MaxValue)]
    public int[] Trial { get; set; } = [];

    /// <summary>Reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Store of the trials: a file, or a connection string of PostgreSQL; default: that of AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string? Store { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <summary>Gives a job at once instead of trials.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfAxis)]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Attempt(() =>
    {
        if (ParameterSetName == OfChunk) RunChunk();
        else if (MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) && (SwitchParameter)whatIf) Plan();
        else if (!ShouldProcess(Target, OpenHoldout ? "Open the holdout" : "Run sweep")) return;
        else if (AsJob) Hand();
        else Follow();
    }, Target);

    private string Target => ParameterSetName == OfPath ? Path : Name;

    private SweepStoreRequest StoreRequest => new() { Store = Store, OutputDirectory = Absolute(OutputDirectory), WorkingDirectory = WorkingDirectory };

    private void RunChunk()
    {
        if (!ShouldProcess(Name, FormattableString.Invariant($"Run chunk {Chunk}"))) return;
        var report = ChunkWork.Run(this, new SweepChunkRequest { Sweep = Name, Chunk = Chunk, Worker = this.Worker(StoreRequest) }, StopToken);
        WriteObject(ShortTypeName.Of(report));
        if (report.Alarms.Count > 0) WriteError(ErrorRecords.SweepNotReproduced(report));
        if (report.Failed > 0) WriteError(ErrorRecords.SweepTrialsFailed(report));
    }

    private void Plan()
    {
        using var strategies = StrategyRegistry.Open();
        var request = Request() with { Strategies = strategies.Definitions };
        var progress = new ProgressRecord(SweepView.ActivityId, "Planning sweep", Target);
        WriteObject(Work<SweepProgress, SweepEstimate>(
            progress, (reports, stop) => Task.FromResult(Runtime.Sweeps.Plan(request, reports, stop)), report => progress.PercentComplete = Progress.BackgroundWork.Percent(report.Fraction)));
    }

    private void Hand()
    {
        var job = new SweepJob(Request(), Target, MyInvocation.Line.Trim());
        JobRepository.Add(job);
        WriteObject(job);
    }

    // The sweep is led by the pipeline's thread, so that trials go down the pipeline as they are known.
    private void Follow()
    {
        using var strategies = StrategyRegistry.Open();
        var view = new SweepView("Sweep " + Target);
        var trials = new TrialOutput(Pool, WriteObject);
        var watcher = new PipelineWatcher(this, view, trials);
        try
        {
            var report = Runtime.Sweeps.Run(Request() with { Strategies = strategies.Definitions }, watcher, StopToken);
            if (report.Interrupted && StopToken.IsCancellationRequested) return;
            watcher.Tell();
            trials.End(report);
            if (report.Alarms.Count > 0) WriteError(ErrorRecords.SweepNotReproduced(report));
            if (report.Error is not null) WriteError(ErrorRecords.SweepTrialsFailed(report));
            else if (report.Interrupted) WriteWarning($"The sweep '{report.Sweep}' was stopped; {Counted.Of(report.Left, "trial")} left: the same command goes on.");
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!StopToken.IsCancellationRequested) WriteProgress(view.Completed());
        }
    }

    private SweepRequest Request() => new()
    {
        Path = ParameterSetName == OfAxis ? null : Absolute(Path),
        Text = ParameterSetName == OfAxis ? Text() : null,
        Store = StoreRequest,
        WorkingDirectory = WorkingDirectory,
        Throttle = Throttle,
        TrialTimeout = TrialTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        KeepTrades = KeepTrades,
        Append = Append,
        ReuseVersion = ReuseVersion,
        Force = Force,
        Pool = Pool,
        ChunkSeconds = ChunkSeconds ?? new SweepRequest().ChunkSeconds,
        ShareData = ShareData,
        OpenHoldout = OpenHoldout,
        Trials = Trial,
        AllowRejected = AllowRejected,
        StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
    };

    private string Text()
    {
        var text = new SweepText(Name);
        if (SessionsPath is { } sessions) text.Add("sessions", Absolute(sessions));
        text.Add("profile", Profile);
        if (DataPath.Length > 0) text.Add("data", DataPathArgument.Resolve(DataPath, this));
        text.Add("since", Since);
        text.Add("until", Until);
        text.Add("holdout", Holdout);
        if (Set.Length > 0) text.Add("set", Set);
        text.Add("method", Method);
        if (PointCount is { } count) text.Add("trials", count);
        if (Seed is { } seed) text.Add("seed", seed);
        text.Add("axes", Axis);
        if (Where.Length > 0) text.Add("where", Where);
        return text.ToString();
    }
}
