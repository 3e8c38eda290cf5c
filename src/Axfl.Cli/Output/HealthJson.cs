using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>What the checks before a live run found as JSON, an object a line: <c>check, state, seen, remedy</c>; no remedy is null.</summary>
[JsonSerializable(typeof(HealthResult))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class HealthJson : JsonSerializerContext
{
    /// <summary>Writes one.</summary>
    public static void Write(HealthResult row, TextWriter to) => to.WriteLine(JsonSerializer.Serialize(row, Default.HealthResult));
}
