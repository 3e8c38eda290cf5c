using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>Measures as JSON, an object a line: names in snake_case, times ISO-8601 UTC, what is undefined null.</summary>
[JsonSerializable(typeof(RunAmbiguity))]
[JsonSerializable(typeof(GateMeasure))]
[JsonSerializable(typeof(RobustnessMeasure))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class MeasureJson : JsonSerializerContext
{
    /// <summary>Writes one.</summary>
    public static void Write<T>(T measure, TextWriter to) => to.WriteLine(JsonSerializer.Serialize(measure, (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!));
}
