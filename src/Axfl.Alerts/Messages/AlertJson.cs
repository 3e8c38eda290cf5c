using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Alerts.Messages;

/// <summary>A message as JSON for programs: docs/alerts.md names its fields.</summary>
internal static class AlertJson
{
    /// <summary>The bytes.</summary>
    /// <param name="alert">The message.</param>
    /// <param name="run">Run id.</param>
    /// <param name="profile">Profile.</param>
    public static byte[] Of(Alert alert, string run, string profile) => JsonSerializer.SerializeToUtf8Bytes(
        new AlertBody(alert.Id, alert.Kind.ToString().ToLowerInvariant(), alert.Facts.Action, EventTime.ToIso(alert.Time), run, profile, alert.IsLate, alert.Text, alert.Facts),
        AlertJsonContext.Default.AlertBody);
}

/// <summary>The object of a webhook.</summary>
internal sealed record AlertBody(string Id, string Event, string Action, string Time, string Run, string Profile, bool Late, string Text, AlertFacts Facts);

/// <summary>How bodies of channels are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlertBody))]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AlertJsonContext : JsonSerializerContext;
