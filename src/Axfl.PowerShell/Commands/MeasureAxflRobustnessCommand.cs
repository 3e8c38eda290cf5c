using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Measures what a run would have been with its days in another order or drawn anew, at other costs, without some trades, with other parameters.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflRobustness", DefaultParameterSetName = "Run")]
[OutputType(typeof(RobustnessMeasure))]
public sealed class MeasureAxflRobustnessCommand : MeasuringCmdlet
{
    /// <summary>What is drawn: order, resample, costs, missed, jitter; default: all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RobustnessKindCompleter))]
    public string[] Kind { get; set; } = [];

    /// <summary>Draws of each kind.</summary>
    [Parameter]
    [ValidateRange(10, 100_000)]
    public int Draws { get; set; } = 1_000;

    /// <summary>Seed of the draws.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Seed { get; set; } = 1;

    /// <summary>For jitter: what single parameters move by at most, strategies.lsg.params.sweep_pips=0.5; default: 10 % of their value.</summary>
    [Parameter]
    public string[] Step { get; set; } = [];

    /// <inheritdoc/>
    internal override void Measure(MeasureRequest request) => WriteObject(Work(
        new RobustnessRequest { RunDirectory = request.RunDirectory, Plan = request.Plan, Kinds = Kind, Draws = Draws, Seed = Seed, Steps = Step },
        static (asked, progress, stop) => Runtime.Measures.Robustness(asked, progress, stop)), enumerateCollection: true);
}
