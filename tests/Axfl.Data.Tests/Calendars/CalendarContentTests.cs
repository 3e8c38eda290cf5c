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
    [InlineData("time,currency,impact,title,Title", "title")]
    [InlineData("time,IMPACT,impact,currency,title", "IMPACT")]
    [InlineData("date,time,time ,currency,impact,title", "time")]
    public void A_column_that_is_named_twice_is_a_fault_of_the_header(string header, string name)
    {
        var fault = Assert.Single(Read(header + "\n2026-01-13T13:30:00Z,USD,high,a,b\n").Faults);
        Assert.Equal(1, fault.Line);
        Assert.Contains($"the header has '{name}' twice", fault.Message, StringComparison.Ordinal);
    }

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
    public void A_cell_in_quotes_may_hold_commas_and_quotes_with_blanks_around_it() => Assert.Equal(
        "2026-01-13T13:30:00Z EUR,USD a, \"b\"", Only("time,\"currency\",impact,title\r\n2026-01-13T13:30:00Z, \"EUR,USD\" ,high, \"a, \"\"b\"\"\" \r\n"));

    [Theory]
    [InlineData("high,\"Prices", "'Prices' is not closed on its line")]
    [InlineData("high,\"Prices\"\"", "is not closed on its line")]
    [InlineData("high,\"Prices\rof consumers\"", "is not closed on its line")]
    [InlineData("\"high,Prices", "'high,Prices' is not closed on its line")]
    [InlineData("high,\"Prices\" of consumers", "'of consumers' stands behind a closing quote")]
    [InlineData("high,\"Prices\" \"of consumers\"", "stands behind a closing quote")]
    [InlineData("\"hi\"gh,Prices", "'gh' stands behind a closing quote")]
    public void A_quote_that_does_not_end_its_cell_on_its_line_is_a_fault_of_that_line_and_the_next_ones_are_read(string rest, string why)
    {
        var content = Read($"time,currency,impact,title\n2026-01-13T13:30:00Z,USD,{rest}\n2026-01-14T13:30:00Z,USD,high,\"Rates\"\n\n2026-01-15T13:30:00Z,US,high,x\n");
        Assert.Equal([2, 5], content.Faults.Select(f => f.Line));
        Assert.Contains(why, content.Faults[0].Message, StringComparison.Ordinal);
        Assert.Equal("Rates", Assert.Single(content.Events).Title);
    }

    [Fact]
    public void A_title_in_quotes_of_two_lines_is_refused_and_so_is_a_header() => Assert.Equal(
        [[2, 3], [1]],
        new[] { "time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,\"a\nb\"\n", "time,currency,impact,\"title\n2026-01-13T13:30:00Z,USD,high,a\n" }.Select(t => Read(t).Faults.Select(f => f.Line).ToArray()));

    [Theory]
    [InlineData("a\\r\\n\\tb", "a b")]
    [InlineData("\\u0000a\\u2028b\\u001b[31m\\n", "a b [31m")]
    public void A_title_is_one_line_whatever_JSON_says(string title, string expected) => Assert.Equal(
        $"2026-01-13T13:30:00Z USD {expected}", Only($"[{{\"title\":\"{title}\",\"country\":\"USD\",\"date\":\"2026-01-13T13:30:00Z\",\"impact\":\"High\"}}]"));

    [Fact]
    public void A_title_is_one_line_in_CSV_too() => Assert.Equal(
        "2026-01-13T13:30:00Z USD a b c d", Only("time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,a\u000bb\u2028c\0d\n"));

    [Theory]
    [InlineData("\"date\"")]
    [InlineData("\" DATE\"")]
    [InlineData("\"d\\u0061te\"")]
    public void A_key_that_occurs_twice_in_one_object_is_a_fault_of_its_item_and_line(string second)
    {
        const string Whole = "{\"title\":\"a\",\"country\":\"USD\",\"date\":\"2026-01-13T13:30:00Z\",\"impact\":\"High\"";
        var content = Read($"[{Whole}}},\n{Whole},\n{second}: \"2026-02-13T13:30:00Z\"}},\n{Whole}}}]");
        var fault = Assert.Single(content.Faults);
        Assert.Equal((3, 2), (fault.Line, fault.Item));
        Assert.Contains("occurs twice in one object", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, content.Events.Count);
    }

    [Theory]
    [InlineData("\"title\":\"a\\ud800\"")]
    [InlineData("\"title\":\"a\",\"\\udc00\":1")]
    public void Half_a_character_in_JSON_is_a_fault(string title) => Assert.Contains(
        "half a character", Assert.Single(Read($"[{{{title},\"country\":\"USD\",\"date\":\"2026-01-13T13:30:00Z\",\"impact\":\"High\"}}]").Faults).Message, StringComparison.Ordinal);

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
