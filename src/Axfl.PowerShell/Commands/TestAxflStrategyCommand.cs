using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Checks whether a strategy knows more than its bars, and how much warm-up it needs; or with -Quiet whether no check failed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflStrategy")]
[OutputType(typeof(StrategyReport), typeof(bool))]
public sealed class TestAxflStrategyCommand : BarsCmdlet
{
    /// <summary>Names of strategies: built in, registered, or of an assembly.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StrategyCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Symbol; default: the first that the strategy trades in the sessions file, without a file EURUSD.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SymbolCompleter))]
    public string? Symbol { get; set; }

    /// <summary>Length of a bar; default: that of the sessions file, without a file 5m.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(IntervalCompleter))]
    public string? Interval { get; set; }

    /// <summary>Bars: folders, files, or SYMBOL=path; default: simulated ones.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Where bars come from: auto, csv or simulated.</summary>
    [Parameter]
    [ValidateSet("auto", "csv", "simulated")]
    public string? Source { get; set; }

    /// <summary>Reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Start of the period; a time without a zone is UTC. Default: after a quarter of the data, at most 40 weekdays.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Since { get; set; }

    /// <summary>End, exclusive; a time without a zone is UTC.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Until { get; set; }

    /// <summary>Sessions file with the strategy's parameters; default: the strategy's own defaults.</summary>
    [Parameter]
    [Alias("SessionsPath", "Cfg", "LiteralPath", "PSPath")]
    public string? Path { get; set; }

    /// <summary>Profile of the sessions file.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Single overrides, KEY=VALUE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Cuts of the look-ahead check that are spread over the period; others are at actions.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int Cuts { get; set; } = StrategyTestRequest.DefaultCuts;

    /// <summary>Gives true or false only: whether no check failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TestProcess.Job is { } job) Attempt(() => Do(job, Name[0]));
        else foreach (var name in Name) AttemptEach(() => Run(name), name);
    }

    private static void Do(string job, string name)
    {
        var script = Runtime.StrategyTests.ScriptOf(job);
        if (script is not null)
        {
            StrategyRegistry.Add(
                new StrategyDefinition(name, "", [], "script", _ => throw new InvalidOperationException("It is made for a run.")),
                ScriptText.Parse(script), Enum.Parse<PSLanguageMode>(script.LanguageMode));
        }

        using var strategies = StrategyRegistry.Open();
        Runtime.StrategyTests.RunJob(job, strategies.Definitions);
    }

    private void Run(string name)
    {
        using var strategies = new StrategiesByThread(StopToken);
        var request = Request(name, strategies);
        var progress = new ProgressRecord(0x417B, "Testing strategy", name);
        var report = Work<double, StrategyReport>(
            progress, (reports, stop) => Task.FromResult(Runtime.StrategyTests.Run(request, reports, stop)), fraction => progress.PercentComplete = BackgroundWork.Percent(fraction));
        if (Quiet) WriteObject(report.Ok);
        else WriteObject(report);
    }

    private StrategyTestRequest Request(string name, StrategiesByThread strategies) => new(name)
    {
        Symbol = Symbol,
        Interval = Interval is null ? null : Contracts.Interval.TryParse(Interval, out var interval) ? interval
            : throw new AxflException("IntervalInvalid", ErrorKind.Configuration, $"'{Interval}' is not an interval: write {string.Join(", ", Contracts.Interval.Names)}.") { Target = Interval },
        Cuts = Cuts,
        Host = TestProcess.Host(name),
        Run = BarsRequest() with
        {
            SessionsPath = Path is null ? null : Absolute(Path),
            Profile = Profile,
            Set = Set,
            Source = Source,
            DataPath = DataPathArgument.Resolve(DataPath, this),
            AllowRejected = AllowRejected,
            Since = Since,
            Until = Until,
            Strategies = strategies.Definitions,
        },
    };
}
