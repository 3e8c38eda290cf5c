using System.Text.Json;
using System.Text.Unicode;

namespace Axfl.Providers.Common;

/// <summary>The one guard of JSON that providers send, over sockets and in REST answers: whatever the bytes are, they give values, or an error by name.</summary>
/// <remarks>
/// <see cref="JsonDocument"/> and <see cref="Utf8JsonReader"/> look at a string when it is asked for: bytes that are not UTF-8 and halves of surrogate pairs
/// (<c>\ud800</c>) throw there, in the middle of a reading. So they are looked for before anything is read.
/// </remarks>
internal static class ProviderJson
{
    /// <summary>Deepest nesting that is read; providers need four.</summary>
    public const int MaxDepth = 32;

    /// <summary>How a reader over a provider's bytes is made.</summary>
    public static readonly JsonReaderOptions Reader = new() { MaxDepth = MaxDepth };

    private static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth };

    /// <summary>Whether an exception of a reading means that the bytes are not what they should be; what else is thrown is passed on.</summary>
    /// <remarks>A reading of foreign bytes has no other cause of failure than those bytes: any exception but these three becomes an error that names it.</remarks>
    public static bool IsUnreadable(Exception e) => e is not (FeedException or OperationCanceledException or OutOfMemoryException);

    /// <summary>Why bytes cannot be text; null: they can.</summary>
    public static string? TextFault(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? null : "bytes that are not UTF-8";

    /// <summary>Reads a whole document in which every string can be read.</summary>
    /// <param name="body">UTF-8.</param>
    /// <param name="fault">What was sent instead, as the object of "sent"; null when it is a document.</param>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> body, out string? fault)
    {
        fault = TextFault(body.Span);
        if (fault is not null) return null;
        try
        {
            CheckStrings(body.Span);
            return JsonDocument.Parse(body, Document);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            fault = e is JsonException ? "what is not JSON" : "a text that is not Unicode";
            return null;
        }
    }

    private static void CheckStrings(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Reader);
        while (reader.Read())
            if (reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
    }
}
