using System.Text.Json;

namespace Axfl.Providers.Common;

/// <summary>Reading of JSON members that never throws on a wrong type: what is not as expected is as if it were absent.</summary>
internal static class JsonFrames
{
    /// <summary>Runs a parser over a whole message; whatever cannot be read (<see cref="ProviderJson"/>) makes the frame <see cref="FrameKind.Malformed"/>.</summary>
    public static void Parse(ReadOnlySpan<byte> message, FeedFrame frame, FrameReader read)
    {
        frame.Clear();
        if (ProviderJson.TextFault(message) is { } fault)
        {
            frame.Fail(fault);
            return;
        }

        try
        {
            var reader = new Utf8JsonReader(message, ProviderJson.Reader);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                frame.Fail("not a JSON object");
                return;
            }

            read(ref reader, frame);
            while (reader.Read())
            {
                // Reading to the end proves that the message is whole.
            }
        }
        catch (Exception e) when (ProviderJson.IsUnreadable(e))
        {
            frame.Fail((e is JsonException ? "not JSON: " : "not readable: ") + e.Message);
        }
    }

    /// <summary>The value as text; null when it is not a string. Skips objects and arrays.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <summary>The value as a finite number; NaN when it is not one. Skips objects and arrays.</summary>
    public static double Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)) return value;
        reader.Skip();
        return double.NaN;
    }

    /// <summary>The value as a whole number (a fraction is cut); null when it is not one.</summary>
    public static long? Whole(ref Utf8JsonReader reader)
    {
        var value = Number(ref reader);
        return Math.Abs(value) < 9e15 ? (long)Math.Floor(value) : null;
    }
}

/// <summary>Reads the members of an object; the reader stands on its start.</summary>
internal delegate void FrameReader(ref Utf8JsonReader reader, FeedFrame frame);
