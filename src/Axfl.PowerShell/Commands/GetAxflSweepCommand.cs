using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the sweeps of a store and how far they are.</summary>
[Cmdlet(VerbsCommon.Get, "AxflSweep")]
[OutputType(typeof(SweepInfo))]
public sealed class GetAxflSweepCommand : SweepStoreCmdlet
{
    /// <summary>Names of sweeps, wildcards allowed; default all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        var sweeps = Runtime.SweepStore.List(Request);
        foreach (var name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            var found = sweeps.Where(s => pattern.IsMatch(s.Sweep)).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name)) AttemptEach(() => Runtime.SweepStore.Trials(Request, name, new SweepTrialFilter()), name);
            found.ForEach(TellHoldout);
            WriteObject(found, enumerateCollection: true);
        }

        if (sweeps is [{ Alarms: > 0 and var alarms }, ..])
            WriteWarning($"{Counted.Of(alarms, "second result")} in this store differed from the first: a machine, a build or a strategy does not reproduce.");
    });
}
