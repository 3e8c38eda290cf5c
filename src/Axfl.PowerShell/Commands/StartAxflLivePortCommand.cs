using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Runs a profile over historical bars or live prices and gives its statuses as it goes, or with -AsJob a job.</summary>
[Cmdlet(VerbsLifecycle.Start, "AxflLivePort", SupportsShouldProcess = true)]
[OutputType(typeof(PortfolioStatus), typeof(RunJob))]
public sealed class StartAxflLivePortCommand : PlanCmdlet
{
    private RunSession? _session;

    /// <summary>Replay: historical bars, as fast as possible unless -Speed says otherwise. Ws: live prices until it is stopped.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("Replay", "Ws")]
    public string Mode { get; set; } = "Replay";

    /// <summary>Sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SessionsPath", "Cfg", "LiteralPath", "PSPath")]
    public string? Path { get; set; }

    /// <summary>Where prices come from, instead of the file's source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SourceCompleter))]
    public string? Source { get; set; }

    /// <summary>First traded bar, inclusive; a time without a zone is UTC.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Since { get; set; }

    /// <summary>End, exclusive; a time without a zone is UTC.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Until { get; set; }

    /// <summary>One spread for all symbols, pips.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.0, 100_000.0)]
    public double? SpreadPips { get; set; }

    /// <summary>Name of the run; default profile, time and four letters. With -Resume: the run to go on with, by id or path; default the newest live run.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResumableRunCompleter))]
    public string? RunId { get; set; }

    /// <summary>Replay speed as a multiple of event time; 0: as fast as possible.</summary>
    [Parameter]
    [NumberArgument]
    [ValidateRange(0.0, 1e9)]
    public double Speed { get; set; }

    /// <summary>Goes on with a live run that ended or was killed, with the plan of its run directory.</summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>Ends a live run at the end of the last session window of the day in which it was started.</summary>
    [Parameter]
    public SwitchParameter StopAtSessionEnd { get; set; }

    /// <summary>Replays a trial of a sweep with all its files: NAME/N. Plan, bars and period are the trial's.</summary>
    [Parameter]
    public string? Trial { get; set; }

    /// <summary>Store of the sweep of -Trial; default: that of AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string? Store { get; set; }

    /// <summary>Gives a job at once instead of statuses.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = "";
        Attempt(() =>
        {
            RequestRules.Check(Mode, Given());
            folder = Absolute(OutputDirectory);
        });
        var what = Resume ? $"run '{RunId ?? "the newest live one"}'" : Trial is not null ? $"trial '{Trial}'" : $"profile '{Profile}'";
        if (!ShouldProcess($"{what}, files in {folder}", $"{(Resume ? "Resume" : "Start")} {Mode} run")) return;
        Attempt(() =>
        {
            var session = Begin();
            if (AsJob) Hand(session);
            else Follow(session);
        }, Resume ? RunId : Path ?? Profile);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _session?.Stop();
    }

    private RunSession Begin()
    {
        try
        {
            return RunSession.Start(Request(), StopToken);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Hand(RunSession session)
    {
        var job = new RunJob(session, MyInvocation.Line.Trim());
        JobRepository.Add(job);
        WriteObject(job);
    }

    private void Follow(RunSession session)
    {
        var sink = new PipelineSink(this, new RunProgress(session.RunId, session.IsLive));
        try
        {
            _session = session;
            if (StopToken.IsCancellationRequested) session.Stop();
            session.Pump(sink);
            sink.Complete();
        }
        finally
        {
            _session = null;
            session.Dispose();
        }
    }

    private RunRequest Request()
    {
        var plain = Plain();
        if (Trial is null) return plain;
        using var strategies = Strategies.StrategyRegistry.Open();
        return Runtime.Sweeps.Replay(SweepTrialRequest.Named(Trial) with
        {
            Store = new() { Store = Store, OutputDirectory = plain.OutputDirectory, WorkingDirectory = WorkingDirectory }, DataPath = plain.DataPath,
            StrategyAssemblies = plain.StrategyAssemblies, Strategies = strategies.Definitions,
        }, plain);
    }

    private RunRequest Plain() => PlanRequest(Path, Source) with
    {
        Mode = Mode.ToLowerInvariant(),
        SpreadPips = SpreadPips,
        Since = Since,
        Until = Until,
        RunId = Resume && RunId is { } run ? RunLookup.Named(this, run) : RunId,
        Resume = Resume,
        StopAtSessionEnd = StopAtSessionEnd,
        Vault = name => VaultSecrets.Read(this, name),
        Speed = Speed,
        Verbose = MyInvocation.BoundParameters.TryGetValue("Verbose", out var verbose) ? (SwitchParameter)verbose : PrefersVerbose(),
    };

    // A switch that is false and a null, as scripts hand them on, ask for nothing.
    private string[] Given() =>
        [.. MyInvocation.BoundParameters.Where(p => p.Value is not (null or SwitchParameter { IsPresent: false })).Select(p => p.Key)];

    private bool PrefersVerbose() =>
        SessionState.PSVariable.GetValue("VerbosePreference") is ActionPreference and not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
