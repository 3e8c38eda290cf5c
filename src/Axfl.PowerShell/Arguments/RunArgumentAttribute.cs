using System.Management.Automation;

namespace Axfl.PowerShell.Arguments;

/// <summary>Takes for a run what names one: a text, or an object such as a status, a job, a report of a run, a summary or a folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RunArgumentAttribute : ArgumentTransformationAttribute
{
    // A job has both: its directory is the run wherever its output directory is.
    private static readonly string[] Names = ["RunDirectory", "Directory", "Run", "RunId", "FullName"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is object?[] many ? Array.ConvertAll(many, One) : One(inputData);
    }

    // With a failed cast inside, the pipeline goes on to the next parameter that could take the object.
    private static ArgumentTransformationMetadataException NoRun(string message) => new(message, new PSInvalidCastException(message));

    private static object? One(object? input)
    {
        var value = input is PSObject wrapped ? wrapped.BaseObject : input;
        if (value is null) throw NoRun("null is not a run: give a run id, a run directory, or omit it for the newest run.");
        if (value is string) return value;
        var item = PSObject.AsPSObject(input);
        // A trade names its run and is none: what measures trades takes it as a trade.
        var isTrade = (item.Properties["TradeId"] ?? item.Properties["trade_id"]) is not null;
        return (isTrade ? null : Names.Select(n => item.Properties[n]?.Value).OfType<string>().FirstOrDefault(v => v.Length > 0))
            ?? throw NoRun($"This {value.GetType().Name} does not name a run: give a run id, a run directory, or an object with one of {string.Join(", ", Names)}.");
    }
}
