using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Calendars;

namespace Axfl.Data.Tests.Calendars;

/// <summary>News calendars in all their forms; the texts of tests/data/calendars.json with what an independent program reads from them.</summary>
public class CalendarContentTests
{
    private static readonly JsonElement[] Texts =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "calendars.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Names => [.. Texts.Select(t => t.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_gives_the_expected_events_or_the_expected_fault(string name)
    {
        var text = Texts.Single(t => t.GetProperty("name").GetString() == name);
        var content = Read(text.GetProperty("text").GetString()!, text.GetProperty("timezone").GetString());
        if (text.TryGetProperty("events", out var expected))
        {
            Assert.Empty(content.Faults);
            Assert.Equal(
                expected.EnumerateArray().Select(e => string.Join('|', e.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Array ? string.Join(',', v.EnumerateArray()) : v.ToString()))),
                content.Events.Select(e => string.Join('|', EventTime.ToIso(e.Time), e.DayEnd is { } end ? EventTime.ToIso(end) : "", string.Join(',', e.Currencies), e.Impact.ToString().ToLowerInvariant(), e.Title)));
            return;
        }

        var fault = Assert.Single(content.Faults);
        Assert.Equal(text.GetProperty("error_line").GetInt32(), fault.Item ?? fault.Line);
        Assert.Contains(text.GetProperty("error_names").GetString()!, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_up_to_twenty()
    {
        var text = "time,currency,impact,title\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"2026-01-13T13:30:00Z,USD,{(i % 2 == 0 ? "huge" : "high")},x\n"));
        Assert.Equal([2, 4, 6], Read(text).Faults.Take(3).Select(f => f.Line));
        Assert.Equal(15, Read(text).Faults.Count);
        Assert.Equal(20, Read(text.Replace("high", "big", StringComparison.Ordinal)).Faults.Count);
    }

    [Fact]
    public void Of_several_columns_the_first_named_counts() => Assert.Equal(
        "2026-01-13T13:30:00Z USD a", Only("title,event,currency,country,time,time_utc,impact\na,b,USD,EUR,2026-01-13T13:30:00Z,2026-01-14T13:30:00Z,high\n"));

    [Theory]
    [InlineData("2026-01-13 8:30 am", "2026-01-13T08:30:00Z")]
    [InlineData("01-13-2026 20:30", "2026-01-13T20:30:00Z")]
    [InlineData("2026-01-13T08:30", "2026-01-13T08:30:00Z")]
    [InlineData("2026-01-13 all day", "2026-01-13T00:00:00Z")]
    [InlineData("2026-01-13 8:30Z", null)]
    [InlineData("2026-01-13 24:00", null)]
    [InlineData("2026-01-13 0:30am", null)]
    [InlineData("2026-02-30 08:30", null)]
    [InlineData("13.01.2026 08:30", null)]
    [InlineData("2026-01-13", null)]
    [InlineData("1769-01-13 08:30", null)]
    public void Date_and_time_may_stand_in_one_column(string time, string? expected)
    {
        var content = Read($"date,currency,impact,title\n{time},USD,high,x\n", "UTC");
        Assert.Equal(expected, content.Faults.Count > 0 ? null : EventTime.ToIso(content.Events[0].Time));
    }

    [Fact]
    public void A_cell_in_quotes_may_hold_commas_quotes_and_line_breaks_and_lines_are_counted_on()
    {
        var content = Read("time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,\"a, \"\"b\"\"\nc\"\n2026-01-13T13:30:00Z,US,high,x\n");
        Assert.Equal("a, \"b\"\nc", content.Events[0].Title);
        Assert.Equal(4, Assert.Single(content.Faults).Line);
    }

    [Theory]
    [InlineData("", 1, "is empty")]
    [InlineData("[{\"title\": 1", 1, "is not JSON")]
    [InlineData("[\n 5]", 2, "is not an object")]
    [InlineData("[\n\n{\"title\":\"a\",\"date\":\"2026-01-13T13:30:00Z\",\"impact\":\"High\"}]", 3, "currency")]
    [InlineData("[] x", 1, "is not JSON")]
    public void What_is_no_calendar_says_where_and_why(string text, int line, string why)
    {
        var fault = Assert.Single(Read(text).Faults);
        Assert.Equal(line, fault.Line);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_encoding_is_named() => Assert.Contains("UTF-8", Assert.Single(CalendarContent.Read([0x41, 0xFF, 0xFE], null).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_is_a_text_in_JSON_too() =>
        Assert.Equal("2026-01-13T13:30:00Z EUR,USD x", Only("[{\"title\":\"x\",\"currencies\":\"eur usd\",\"time\":\"2026-01-13T13:30:00Z\",\"impact\":3,\"actual\":{\"a\":[1]}}]"));

    private static string Only(string text)
    {
        var e = Assert.Single(Read(text).Events);
        return $"{EventTime.ToIso(e.Time)} {string.Join(',', e.Currencies)} {e.Title}";
    }

    private static CalendarContent Read(string text, string? zone = null) =>
        CalendarContent.Read(Encoding.UTF8.GetBytes(text), zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone));
}
