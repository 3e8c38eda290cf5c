using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the newest status of a run, or with -All every status it wrote.</summary>
[Cmdlet(VerbsCommon.Get, "AxflPortfolioStatus", DefaultParameterSetName = "Run")]
[OutputType(typeof(PortfolioStatus))]
public sealed class GetAxflPortfolioStatusCommand : RunCmdlet
{
    /// <summary>Every status from first to last.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        if (All)
        {
            foreach (var status in Runtime.ReadStatuses(directory)) WriteObject(status);
            return;
        }

        WriteObject(RunRegistry.RunningIn(directory)?.Status ?? Runtime.DescribeRun(directory).StatusNow(Runtime.ReadStatus(directory)));
    }
}
