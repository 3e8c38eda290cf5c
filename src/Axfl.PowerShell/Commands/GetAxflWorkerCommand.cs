using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Conversion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the workers that are there, and all that have ever brought a row to the store.</summary>
[Cmdlet(VerbsCommon.Get, "AxflWorker")]
[OutputType(typeof(SweepWorker))]
public sealed class GetAxflWorkerCommand : SweepStoreCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        var workers = Runtime.SweepPools.Workers(Request);
        foreach (var worker in workers) WriteObject(ShortTypeName.Of(worker));
        if (workers.Count == 0) WriteVerbose("No worker is running, and none has delivered a result.");
    });
}
