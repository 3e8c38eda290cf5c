using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Conversion;

namespace Axfl.PowerShell.Runs;

/// <summary>What a sweep gives: its trials; or, where it was submitted for others to run, the report that says in how many chunks.</summary>
/// <param name="pool">Where its trials run.</param>
/// <param name="write">Takes it.</param>
internal sealed class TrialOutput(string pool, Action<PSObject> write)
{
    // Only at the end is it known whether there is something left to run.
    private readonly List<PSObject>? _held = pool == SweepPoolNames.Command ? [] : null;

    /// <summary>Takes a trial.</summary>
    public void Add(SweepTrial trial)
    {
        var made = ShortTypeName.Of(trial);
        if (_held is null) write(made);
        else _held.Add(made);
    }

    /// <summary>The sweep has ended.</summary>
    public void End(SweepReport report)
    {
        if (report.Submitted) write(ShortTypeName.Of(report));
        else _held?.ForEach(write);
    }
}
