using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Bounds what the bars of a run cannot tell: undecided trades, and total R between its worst and its best.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflAmbiguity", DefaultParameterSetName = "Run")]
[OutputType(typeof(RunAmbiguity))]
public sealed class MeasureAxflAmbiguityCommand : MeasuringCmdlet
{
    /// <inheritdoc/>
    internal override void Measure(MeasureRequest request) => WriteObject(Work(request, static (asked, progress, stop) => Runtime.Measures.Ambiguity(asked, progress, stop)));
}
