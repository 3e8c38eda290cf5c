using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Conversion;

/// <summary>Trials under the short name by which scripts and views know them.</summary>
internal static class SweepTrialObject
{
    /// <summary>Name of the type.</summary>
    public const string Name = "Axfl.SweepTrial";

    /// <summary>A trial for the pipeline.</summary>
    public static PSObject Of(SweepTrial trial)
    {
        var shown = PSObject.AsPSObject(trial);
        shown.TypeNames.Insert(0, Name);
        return shown;
    }
}
