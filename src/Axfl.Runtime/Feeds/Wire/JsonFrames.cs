using System.Text.Json;

namespace Axfl.Runtime;

/// <summary>Reading of JSON members that never throws on a wrong type: what is not as expected is as if it were absent.</summary>
internal static class JsonFrames
{
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    /// <summary>Runs a parser over a whole message; whatever is not JSON makes the frame <see cref="FrameKind.Malformed"/>.</summary>
    public static void Parse(ReadOnlySpan<byte> message, FeedFrame frame, FrameReader read)
    {
        frame.Clear();
        try
        {
            var reader = new Utf8JsonReader(message, Options);
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
        catch (JsonException e)
        {
            frame.Fail("not JSON: " + e.Message);
        }
        catch (InvalidOperationException e)
        {
            // Utf8JsonReader's answer to a string that is not UTF-8.
            frame.Fail("not UTF-8: " + e.Message);
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
