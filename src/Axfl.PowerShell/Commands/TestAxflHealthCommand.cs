using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Looks whether a live run can be started now: plan, windows, history, feed, clock, disk, locks, news calendar, alerts; or with -Quiet whether no check failed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflHealth")]
[OutputType(typeof(HealthResult), typeof(bool))]
public sealed class TestAxflHealthCommand : BarsCmdlet
{
    /// <summary>Sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("SessionsPath", "Cfg", "LiteralPath", "PSPath")]
    public string? Path { get; set; }

    /// <summary>Profile of the sessions file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Where live prices come from, instead of the file's source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LiveSourceCompleter))]
    public string? Source { get; set; }

    /// <summary>Bars for warm-up: folders, files, or SYMBOL=path.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Single overrides, KEY=VALUE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Address of the live feed's server instead of the provider's own: ws://, wss://, http:// or https://.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Endpoint { get; set; }

    /// <summary>Address of the history server for warm-up; default that of -Endpoint where given, else the provider's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HistoryEndpoint { get; set; }

    /// <summary>Allow plain ws or http to another machine than this; the API key then crosses the network in clear text.</summary>
    [Parameter]
    public SwitchParameter AllowPlain { get; set; }

    /// <summary>Sends a test message to each channel of the profile's alerts; without it nothing is sent.</summary>
    [Parameter]
    public SwitchParameter Send { get; set; }

    /// <summary>Gives true or false only: whether no check failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AttemptEach(() =>
    {
        var request = Request();
        var progress = new ProgressRecord(0x417D, "Checking", $"profile '{Profile}'");
        // The checks go on elsewhere; vaults are asked on this thread, as PowerShell needs it.
        var rows = WorkWithCalls(progress, (calls, stop) => Runtime.CheckHealth(
            request with { Vault = name => calls.Ask(() => VaultSecrets.Read(this, name)) }, Send, new Shares(fraction => calls.Tell(() => Show(progress, fraction))), stop));
        if (Quiet) WriteObject(rows.All(r => r.State != HealthStates.Failed));
        else WriteObject(rows, enumerateCollection: true);
    }, Path ?? Profile);

    private void Show(ProgressRecord progress, double fraction)
    {
        progress.PercentComplete = BackgroundWork.Percent(fraction);
        WriteProgress(progress);
    }

    private RunRequest Request() => BarsRequest() with
    {
        Mode = "ws",
        SessionsPath = Path is { } path ? Absolute(path) : null,
        Profile = Profile,
        Set = Set,
        Source = Source,
        DataPath = DataPathArgument.Resolve(DataPath, this),
        AllowRejected = AllowRejected,
        OutputDirectory = Absolute(OutputDirectory),
        Endpoint = Endpoint,
        HistoryEndpoint = HistoryEndpoint,
        AllowPlain = AllowPlain,
        Strategies = StrategyRegistry.Described,
    };

    private sealed class Shares(Action<double> show) : IProgress<double>
    {
        public void Report(double value) => show(value);
    }
}
