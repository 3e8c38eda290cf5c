using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>A line written straight into bytes is the one that System.Text.Json would write.</summary>
public sealed class JsonTextTests
{
    private readonly JsonText _json = new();

    private string Line => Encoding.UTF8.GetString(_json.Written);

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("")]
    [InlineData(" !#[]~")]
    [InlineData("a \"quoted\" back\\slash")]
    [InlineData("line\nend\ttab\u0001\u007f")]
    [InlineData("Größe 測試 😀 & <b>")]
    [InlineData("half a pair \ud83d")]
    public void Texts_are_escaped_as_by_the_library(string text)
    {
        _json.Text(text);
        Assert.Equal("\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"", Line);
    }

    [Theory]
    [InlineData("2026-01-13T07:05:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2199-12-31T23:59:59Z")]
    [InlineData("2026-01-13T07:05:00.250Z")]
    public void Times_are_written_as_everywhere(string time)
    {
        _json.Time(EventTime.ToDateTime(SampleRecords.At(time)));
        Assert.Equal($"\"{time}\"", Line);
    }

    [Theory]
    [InlineData(0, 0, "0.0")]
    [InlineData(120, 0, "120")]
    [InlineData(0.4, 0, "0")]
    [InlineData(-0.4, 0, "0")]
    [InlineData(-30, 0, "-30")]
    [InlineData(1.25, 1, "1.2")]
    [InlineData(2e12, 4, "2000000000000.0")]
    [InlineData(double.NaN, 2, "null")]
    public void Numbers_have_at_most_their_decimals(double value, int decimals, string expected)
    {
        _json.Decimal(value, decimals);
        Assert.Equal(expected, Line);
    }

    [Fact]
    public void A_line_may_be_longer_than_any_before_and_begins_anew_at_a_restart()
    {
        for (var i = 0; i < 1000; i++) _json.Text("EURUSD");
        _json.Number(long.MinValue);
        _json.Boolean(true);
        Assert.Equal(string.Concat(Enumerable.Repeat("\"EURUSD\"", 1000)) + "-9223372036854775808true", Line);
        _json.Restart();
        _json.Text(null);
        Assert.Equal("null", Line);
    }
}
