using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common.Links;

namespace Axfl.Providers.Common.Rest;

/// <summary>An answer of a provider, whatever its status.</summary>
/// <param name="Host">Who answered.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body.</param>
/// <param name="Header">Value of a header; null: absent.</param>
/// <param name="Redactor">Masks keys.</param>
/// <param name="Received">When it came.</param>
internal sealed record RestAnswer(string Host, int Status, ReadOnlyMemory<byte> Body, Func<string, string?> Header, KeyRedactor Redactor, DateTimeOffset Received)
{
    private const int TextLength = 512;

    /// <summary>The start of the body for messages: one line, keys masked, bytes that are not UTF-8 as U+FFFD.</summary>
    public string Text => Shown(Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 4 * TextLength)]));

    /// <summary>A text of the provider for messages: one line, keys masked, cut.</summary>
    public string Shown(string? text)
    {
        // Masked before it is cut: half a key is no longer found.
        var masked = ShownText.Line(Redactor.Redact(text)).Trim();
        return masked.Length > TextLength ? masked[..TextLength] : masked;
    }

    /// <summary>The error of an HTTP status.</summary>
    public FeedException Refusal() => Refusal(Status, Text);

    /// <summary>The error of a code and a text, which some providers send in the body of a 200.</summary>
    public FeedException Refusal(int code, string text, string? retryAfter = null) =>
        HttpRefusal.Of(code, Host, text, retryAfter ?? Header("Retry-After"), Received);

    /// <summary>The error of an answer that is not what it should be.</summary>
    public FeedException Unreadable(string what) =>
        new("HistoryAnswerUnreadable", FeedErrorClass.BadResponse, $"{Host} sent {what}. It begins: {Text}") { Target = Host };

    /// <summary>Refuses bars of another symbol than the one asked for: they would be traded on as its own.</summary>
    /// <param name="asked">The symbol asked for, as the provider names it.</param>
    /// <param name="given">The symbol the answer names; null: it names none.</param>
    /// <exception cref="FeedException">They differ (<c>HistoryAnswerUnfit</c>).</exception>
    public void MustBeOf(string asked, string? given)
    {
        if (given is null || string.Equals(given, asked, StringComparison.OrdinalIgnoreCase)) return;
        throw new FeedException("HistoryAnswerUnfit", FeedErrorClass.BadSymbol, $"{Host} was asked for {asked} and gave bars of {Shown(given)}: none of them is used.") { Target = Host };
    }

    /// <summary>Reads it; whatever a reader stumbles over is an answer that cannot be read.</summary>
    /// <exception cref="FeedException">The answer is an error, or cannot be read (<c>HistoryAnswerUnreadable</c>).</exception>
    public T Read<T>(Func<RestAnswer, T> read)
    {
        try
        {
            return read(this);
        }
        catch (Exception e) when (ProviderJson.IsUnreadable(e))
        {
            throw Unreadable($"what cannot be read ({e.GetType().Name}: {e.Message})");
        }
    }

    /// <summary>The body as JSON; null when it is not, or has a text that cannot be read.</summary>
    public JsonDocument? TryJson() => ProviderJson.TryParse(Body, out _);

    /// <summary>The body as JSON, or the error: that of the status, if it is one, else of an answer that cannot be read.</summary>
    public JsonDocument Json() => ProviderJson.TryParse(Body, out var fault) ?? throw (Status == 200 ? Unreadable(fault!) : Refusal());
}
