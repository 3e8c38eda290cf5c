using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Measures what each rule of a plan cost or saved: by the run without it, by the orders it blocked, and with -Attribution by shares of all of them.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflGate", DefaultParameterSetName = "Run")]
[OutputType(typeof(GateMeasure))]
public sealed class MeasureAxflGateCommand : MeasuringCmdlet
{
    /// <summary>Rules to measure; default: all that are in force.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] Rule { get; set; } = [];

    /// <summary>Shapley: share what all rules make together out among them, by runs of all their subsets (at most 9 rules).</summary>
    [Parameter]
    [ValidateSet("None", "Shapley")]
    public string Attribution { get; set; } = "None";

    /// <summary>Seed of the resamples.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Seed { get; set; } = 1;

    /// <inheritdoc/>
    internal override void Measure(MeasureRequest request) => WriteObject(Work(
        new GateRequest { RunDirectory = request.RunDirectory, Plan = request.Plan, Rules = Rule, Shapley = Attribution.Equals("Shapley", StringComparison.OrdinalIgnoreCase), Seed = Seed },
        static (asked, progress, stop) => Runtime.Measures.Gates(asked, progress, stop)), enumerateCollection: true);
}
