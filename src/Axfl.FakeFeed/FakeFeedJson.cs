using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axfl.FakeFeed;

/// <summary>JSON that the server reads and sends: each message is a record, whose members are those of the vendor in lower case and their order.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FakeFeedMessage))]
[JsonSerializable(typeof(FakeTrades))]
[JsonSerializable(typeof(FakeProblem))]
[JsonSerializable(typeof(FakeColumns))]
[JsonSerializable(typeof(FakeRefusal))]
internal sealed partial class FakeFeedJson : JsonSerializerContext
{
    /// <summary>With an encoder for people who read with curl: an apostrophe stays one.</summary>
    public static FakeFeedJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
