using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Files;

/// <summary>What it escapes is what the library's readable encoder escapes.</summary>
public sealed class ReadableJsonTests
{
    private static readonly JsonWriterOptions Library = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static TheoryData<string> Texts =>
    [
        "EURUSD", "", " !#[]~", "a \"quoted\" back\\slash", "line\nend\ttab\u0001\u007f", "it's +1 h <b>&", "Größe 測試 😀 & <b>", "half a pair \ud83d", "plain, then \"", "\u2028\ufeff\ue000",
        new string('x', 3000) + "\\",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_and_names_are_written_as_the_library_writes_them(string text) =>
        Assert.Equal(Written(Library, text), Written(ReadableJson.Options(), text));

    [Fact]
    public void Each_character_is_written_as_the_library_writes_it()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = "a" + (char)c;
            Assert.Equal(Written(Library, text), Written(ReadableJson.Options(), text));
        }
    }

    [Fact]
    public void Members_stand_on_lines_of_their_own_where_that_is_wanted() =>
        Assert.Contains("\n", Written(ReadableJson.Options(indented: true), "a"), StringComparison.Ordinal);

    private static string Written(JsonWriterOptions options, string text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString(text, text);
            json.WriteString("utf8", Encoding.UTF8.GetBytes(text));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
