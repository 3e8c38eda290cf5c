using System.Text.Json;
using Axfl.Alerts.Messages;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A bot of Telegram. Limit of a message: 4096 characters; how long to wait stands in the body of a refusal (core.telegram.org/bots/api).</summary>
/// <param name="server">Address of the API.</param>
/// <param name="token">The bot's token: it is a part of the address.</param>
/// <param name="chat">Id of the chat.</param>
/// <param name="time">Clock.</param>
internal sealed class TelegramChannel(Uri server, Secret token, Secret chat, TimeProvider time)
    : JsonChannel(new Secret(new Uri(server, $"/bot{Sound(token.Reveal())}/sendMessage").AbsoluteUri), 4096, time)
{
    /// <summary>Telegram's own server.</summary>
    public static readonly Uri Own = new("https://api.telegram.org");

    protected override byte[] Body(string text) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string> { ["chat_id"] = chat.Reveal(), ["text"] = text }, AlertJsonContext.Default.DictionaryStringString);

    protected override TimeSpan? WaitOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object
                && parameters.TryGetProperty("retry_after", out var seconds) && seconds.TryGetInt32(out var wait) ? Bounded(TimeSpan.FromSeconds(wait)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sound(string token) => token.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-') ? token
        : throw new ChannelUnfitException("its token is not one of a telegram bot (digits, a colon, letters)");
}
