using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What the commands on sweeps give as JSON: an object a line, names in snake case, null where undefined.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SweepInfo))]
[JsonSerializable(typeof(SweepTrial))]
[JsonSerializable(typeof(SweepMeasure))]
[JsonSerializable(typeof(SweepEstimate))]
[JsonSerializable(typeof(SweepCheck))]
[JsonSerializable(typeof(ChunkReport))]
[JsonSerializable(typeof(SweepWorker))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
internal sealed partial class SweepJson : JsonSerializerContext
{
    /// <summary>A sweep.</summary>
    public static string Of(SweepInfo sweep) => JsonSerializer.Serialize(sweep, Default.SweepInfo);

    /// <summary>A trial.</summary>
    public static string Of(SweepTrial trial) => JsonSerializer.Serialize(trial, Default.SweepTrial);

    /// <summary>Statistics of a sweep.</summary>
    public static string Of(SweepMeasure measure) => JsonSerializer.Serialize(measure, Default.SweepMeasure);

    /// <summary>What a sweep would do.</summary>
    public static string Of(SweepEstimate plan) => JsonSerializer.Serialize(plan, Default.SweepEstimate);

    /// <summary>A trial that was run again.</summary>
    public static string Of(SweepCheck check) => JsonSerializer.Serialize(check, Default.SweepCheck);

    /// <summary>What came of a chunk.</summary>
    public static string Of(ChunkReport chunk) => JsonSerializer.Serialize(chunk, Default.ChunkReport);

    /// <summary>A worker.</summary>
    public static string Of(SweepWorker worker) => JsonSerializer.Serialize(worker, Default.SweepWorker);
}
