using System.Text;
using System.Text.Json;

namespace Axfl.Runtime;

/// <summary>An answer of a provider, whatever its status.</summary>
/// <param name="Host">Who answered.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body.</param>
/// <param name="Header">Value of a header; null: absent.</param>
/// <param name="Redactor">Masks keys.</param>
internal sealed record RestAnswer(string Host, int Status, ReadOnlyMemory<byte> Body, Func<string, string?> Header, KeyRedactor Redactor)
{
    private const int TextLength = 512;

    /// <summary>The start of the body for messages: one line, keys masked.</summary>
    public string Text => Shown(Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, 4 * TextLength)]));

    /// <summary>A text of the provider for messages: one line, keys masked, cut.</summary>
    public string Shown(string? text)
    {
        // Masked before it is cut: half a key is no longer found.
        var masked = new string([.. Redactor.Redact(text).Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return masked.Length > TextLength ? masked[..TextLength] : masked;
    }

    /// <summary>The error of an HTTP status.</summary>
    public FeedException Refusal() => Refusal(Status, Text);

    /// <summary>The error of a code and a text, which some providers send in the body of a 200.</summary>
    public FeedException Refusal(int code, string text, string? retryAfter = null) =>
        HttpRefusal.Of(code, Host, text, retryAfter ?? Header("Retry-After"));

    /// <summary>The error of an answer that is not what it should be.</summary>
    public FeedException Unreadable(string what) =>
        new("HistoryAnswerUnreadable", FeedErrorClass.BadResponse, $"{Host} sent {what}. It begins: {Text}") { Target = Host };

    /// <summary>The body as JSON; null when it is not.</summary>
    public JsonDocument? TryJson()
    {
        try
        {
            return JsonDocument.Parse(Body, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body as JSON, or the error: that of the status, if it is one, else of an answer that cannot be read.</summary>
    public JsonDocument Json() => TryJson() ?? throw (Status == 200 ? Unreadable("what is not JSON") : Refusal());
}
