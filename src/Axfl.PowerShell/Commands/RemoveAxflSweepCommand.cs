using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Removes a sweep and the results no other sweep has; what was tried stays counted.</summary>
[Cmdlet(VerbsCommon.Remove, "AxflSweep", SupportsShouldProcess = true)]
[OutputType(typeof(SweepRemoval))]
public sealed class RemoveAxflSweepCommand : SweepCmdlet
{
    /// <inheritdoc/>
    internal override void Act(string sweep)
    {
        if (ShouldProcess(sweep, "Remove the sweep and its results")) WriteObject(Runtime.SweepStore.Remove(Request, sweep));
    }
}
