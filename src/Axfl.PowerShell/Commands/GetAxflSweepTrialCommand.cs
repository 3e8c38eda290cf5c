using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Conversion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the trials of a sweep: parameters and metrics.</summary>
[Cmdlet(VerbsCommon.Get, "AxflSweepTrial")]
[OutputType(typeof(SweepTrial))]
public sealed class GetAxflSweepTrialCommand : SweepCmdlet
{
    /// <summary>Only so many of the best, of those with enough trades, the best first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Best { get; set; }

    /// <summary>Metric to order by, the best first; default: the sweep's objective with -Best, else the number.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MetricCompleter))]
    public string By { get; set; } = "";

    /// <summary>Numbers of trials; default all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int[] Trial { get; set; } = [];

    /// <inheritdoc/>
    internal override void Act(string sweep)
    {
        var trials = Runtime.SweepStore.Trials(Request, sweep, new SweepTrialFilter { Best = Best == 0 ? null : Best, By = By.Length == 0 ? null : By, Trials = Trial });
        foreach (var info in Runtime.SweepStore.List(Request).Where(s => s.Sweep == sweep)) TellHoldout(info);
        foreach (var trial in trials) WriteObject(ShortTypeName.Of(trial));
    }
}
