using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What sweeps give as JSON, one object a line: names as in the files of a run, undefined numbers null.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SweepTrial))]
[JsonSerializable(typeof(SweepEstimate))]
[JsonSerializable(typeof(SweepCheck))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string))]
internal sealed partial class SweepRunJson : JsonSerializerContext
{
    /// <summary>A trial.</summary>
    public static string Of(SweepTrial trial) => JsonSerializer.Serialize(trial, Default.SweepTrial);

    /// <summary>A plan.</summary>
    public static string Of(SweepEstimate plan) => JsonSerializer.Serialize(plan, Default.SweepEstimate);

    /// <summary>A check.</summary>
    public static string Of(SweepCheck check) => JsonSerializer.Serialize(check, Default.SweepCheck);
}
