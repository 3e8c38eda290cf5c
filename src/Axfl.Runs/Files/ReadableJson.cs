using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Axfl.Runs.Files;

/// <summary>How texts are escaped in the files of a run: as by <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>, so that people can read them.</summary>
/// <remarks>
/// Nearly all texts are plain ASCII, which a loop sees. The encoder of the library is asked about the others alone: its vectors are compiled at its first
/// use, which is a twentieth of the start of a replay.
/// </remarks>
internal sealed class ReadableJson : JavaScriptEncoder
{
    private static readonly ReadableJson Encoder = new();

    private ReadableJson()
    {
    }

    /// <summary>Options of a writer whose caller writes valid JSON.</summary>
    /// <param name="indented">Whether each member stands on a line of its own.</param>
    public static JsonWriterOptions Options(bool indented = false) => new() { Encoder = Encoder, Indented = indented, SkipValidation = true };

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <summary>Whether a character stands for itself in a text in quotes; what is false for one may still be true for the library's encoder.</summary>
    public static bool IsPlain(char c) => c is >= ' ' and <= '~' and not ('"' or '\\');

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (IsPlain(text[i])) continue;
            var found = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text + i, textLength - i);
            return found < 0 ? -1 : i + found;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        for (var i = 0; i < utf8Text.Length; i++)
        {
            if (IsPlain((char)utf8Text[i])) continue;
            var found = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8Text[i..]);
            return found < 0 ? -1 : i + found;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true) =>
        UnsafeRelaxedJsonEscaping.Encode(source, destination, out charsConsumed, out charsWritten, isFinalBlock);

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8Source, utf8Destination, out bytesConsumed, out bytesWritten, isFinalBlock);

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
