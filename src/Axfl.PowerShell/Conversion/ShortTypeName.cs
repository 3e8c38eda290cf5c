using System.Management.Automation;

namespace Axfl.PowerShell.Conversion;

/// <summary>Records under the short name by which scripts and views know them: <c>Axfl.SweepTrial</c>.</summary>
internal static class ShortTypeName
{
    /// <summary>A record for the pipeline.</summary>
    public static PSObject Of(object record)
    {
        var shown = PSObject.AsPSObject(record);
        shown.TypeNames.Insert(0, "Axfl." + record.GetType().Name);
        return shown;
    }
}
