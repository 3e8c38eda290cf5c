using System.Management.Automation;

namespace Axfl.PowerShell;

/// <summary>Takes for a run what names one: a text, or an object such as a status, a job, a summary or a folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RunArgumentAttribute : ArgumentTransformationAttribute
{
    // A job has both: its directory is the run wherever its output directory is.
    private static readonly string[] Names = ["RunDirectory", "Run", "RunId", "FullName"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or string) return value;
        var item = PSObject.AsPSObject(inputData);
        return Names.Select(n => item.Properties[n]?.Value).OfType<string>().FirstOrDefault(v => v.Length > 0) ?? inputData;
    }
}
