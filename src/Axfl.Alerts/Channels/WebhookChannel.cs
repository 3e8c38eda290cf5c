using System.Security.Cryptography;
using System.Text;
using Axfl.Alerts.Messages;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A program's address: each message by itself as JSON, signed.</summary>
/// <param name="address">Where requests go.</param>
/// <param name="secret">Key of the signature.</param>
/// <param name="run">Run id.</param>
/// <param name="profile">Profile.</param>
/// <param name="time">Clock.</param>
internal sealed class WebhookChannel(Secret address, Secret secret, string run, string profile, TimeProvider time) : HttpChannel(address, time)
{
    /// <summary>Header with the signature of the body.</summary>
    public const string SignatureHeader = "X-Axfl-Signature";

    /// <summary>Header with the id of the event.</summary>
    public const string EventHeader = "X-Axfl-Event";

    /// <inheritdoc/>
    public override int MostTogether => 0;

    /// <inheritdoc/>
    protected override HttpRequestMessage Request(IReadOnlyList<Alert> alerts)
    {
        var body = AlertJson.Of(alerts[0], run, profile);
        var request = JsonChannel.Post(body, "application/json");
        request.Headers.TryAddWithoutValidation(EventHeader, alerts[0].Id);
        request.Headers.TryAddWithoutValidation(SignatureHeader, Sign(body, secret));
        return request;
    }

    /// <summary>The signature: HMAC-SHA256 of the body by the secret's UTF-8 bytes, lower-case hex.</summary>
    public static string Sign(byte[] body, Secret secret) =>
        "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()), body)).ToLowerInvariant();
}
