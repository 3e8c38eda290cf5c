using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Runs;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands;

/// <summary>Looks whether a live run can be started now: plan, windows, history, feed, clock, disk, locks, news calendar, alerts; or with -Quiet whether no check failed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AxflHealth")]
[OutputType(typeof(HealthResult), typeof(bool))]
public sealed class TestAxflHealthCommand : PlanCmdlet
{
    /// <summary>Sessions file; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("SessionsPath", "Cfg", "LiteralPath", "PSPath")]
    public string? Path { get; set; }

    /// <summary>Where live prices come from, instead of the file's source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LiveSourceCompleter))]
    public string? Source { get; set; }

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

    private RunRequest Request() => PlanRequest(Path, Source) with
    {
        Mode = "ws",
        Strategies = StrategyRegistry.Described,
    };

    private sealed class Shares(Action<double> show) : IProgress<double>
    {
        public void Report(double value) => show(value);
    }
}
