using System.Management.Automation;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands;

/// <summary>Withdraws what a sweep that runs on this machine has not begun.</summary>
[Cmdlet(VerbsLifecycle.Stop, "AxflSweep", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopAxflSweepCommand : AxflCmdlet
{
    /// <summary>Names of sweeps.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Sweep")]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Store of the trials; default: that of AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string? Store { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Stop sweep")) continue;
            AttemptEach(() => Runtime.Sweeps.Stop(name, new() { Store = Store, OutputDirectory = Absolute(OutputDirectory), WorkingDirectory = WorkingDirectory }), name);
        }
    }
}
