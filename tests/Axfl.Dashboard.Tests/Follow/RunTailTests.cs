using System.Text;
using System.Text.Json;
using Axfl.Dashboard.Follow;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class RunTailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RunFolder _run;

    public RunTailTests() => _run = new RunFolder(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_that_returns_after_any_event_misses_nothing_and_sees_nothing_twice()
    {
        _run.Journal();
        var tail = new RunTail(_folder.Path, default(RunPosition), _time);
        for (var i = 1; i <= 30; i++)
        {
            _run.Add("trades.csv", (i == 1 ? RunFolder.Header : "") + RunFolder.Trade(i)).Add("decisions.jsonl", RunFolder.Decision(i));
            _run.Add(RunFolder.Segment(1 + i / 8), RunFolder.Bars(i, $"2026-01-13T07:{i:00}:00Z", 1 + i / 100.0) + RunFolder.Feed(i, $"2026-01-13T07:{i:00}:30Z", $"state{i}"));
        }

        var all = All(tail);
        Assert.Equal(Enumerable.Range(1, 30), all.Where(e => e.Name == "trade").Select(e => Json(e).GetProperty("trade_id").GetInt32()));
        Assert.Equal(30, all.Count(e => e.Name == "decision"));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"state{i}"), all.Where(e => e.Name == "feed").Select(e => Json(e).GetProperty("state").GetString()));
        Assert.Equal(30, all.Where(e => e.Name == "price").Sum(e => Json(e).GetProperty("bars").GetArrayLength()));

        for (var seen = 1; seen <= all.Count; seen++)
        {
            var rest = All(new RunTail(_folder.Path, RunPosition.Parse(all[seen - 1].After.ToString()), _time));
            Assert.Equal(Keys(all), Keys([.. all.Take(seen), .. rest]));
        }
    }

    [Fact]
    public void A_page_that_returns_between_the_events_of_one_line_or_of_one_look_is_told_the_others()
    {
        _run.Journal();
        var tail = new RunTail(_folder.Path, default(RunPosition), _time);
        for (var i = 1; i <= 4; i++)
        {
            _run.Add(RunFolder.Segment(i), RunFolder.Tick(i, $"2026-01-13T07:{i:00}:00Z", 1 + i, symbol: 1) + RunFolder.Tick(i, $"2026-01-13T07:{i:00}:01Z", 2 + i)
                + RunFolder.BarsOfBoth(i, $"2026-01-13T07:{i:00}:00Z", 1.15) + RunFolder.Feed(i, $"2026-01-13T07:{i:00}:30Z", $"state{i}"));
            _run.Add("trades.csv", (i == 1 ? RunFolder.Header : "") + RunFolder.Trade(i));
        }

        var all = Told(tail);
        Assert.Equal(8, all.Count(e => e.Name == "price" && Json(e).GetProperty("bars").GetArrayLength() == 1));
        Assert.Equal(["GBPUSD", "EURUSD"], all.Where(e => e.Name == "price").Take(2).Select(e => Json(e).GetProperty("symbol").GetString()));
        Assert.Equal(all.Count, all.Select(e => e.After).Distinct().Count());
        for (var seen = 1; seen <= all.Count; seen++)
        {
            var rest = Told(new RunTail(_folder.Path, RunPosition.Parse(all[seen - 1].After.ToString()), _time));
            // Prices are thinned by what was told before: the newest of each symbol is told, however it comes.
            Assert.Equal(Keys(all), Keys([.. all.Take(seen), .. rest]));
            foreach (var symbol in new[] { "EURUSD", "GBPUSD" }) Assert.Equal(Newest(all, symbol), Newest([.. all.Take(seen), .. rest], symbol));
            Assert.Equal(Prices([.. all.Take(seen), .. rest]).Distinct(), Prices([.. all.Take(seen), .. rest]));
        }
    }

    [Fact]
    public void A_price_that_waits_is_told_to_a_page_that_returns()
    {
        _run.Journal();
        var tail = new RunTail(_folder.Path, null, _time);
        _run.Add(RunFolder.Segment(1), RunFolder.Tick(2, "2026-01-13T07:00:00Z", 1.1));
        Assert.Single(All(tail));
        _run.Add(RunFolder.Segment(1), RunFolder.Tick(3, "2026-01-13T07:00:01Z", 1.2));
        Assert.Empty(All(tail));
        Assert.Equal(1.2, Json(Assert.Single(All(new RunTail(_folder.Path, tail.Position, _time)))).GetProperty("mid").GetDouble());
    }

    [Theory]
    [InlineData("decisions.jsonl")]
    [InlineData("trades.csv")]
    [InlineData("journal/000001.jsonl")]
    public void A_line_of_megabytes_is_passed_over_and_told_once(string file)
    {
        _run.Journal().Add("trades.csv", RunFolder.Header + RunFolder.Trade(1)).Add("decisions.jsonl", RunFolder.Decision(1));
        _run.Add(file, new string('x', 10_000_000) + "\n");
        _run.Add("trades.csv", RunFolder.Trade(2)).Add("decisions.jsonl", RunFolder.Decision(2)).Add(RunFolder.Segment(1), RunFolder.Feed(2, "2026-01-13T07:00:00Z", "after"));
        var all = All(new RunTail(_folder.Path, default(RunPosition), _time));
        Assert.Equal((2, 2, 2), (all.Count(e => e.Name == "trade"), all.Count(e => e.Name == "decision"), all.Count(e => e.Name == "feed")));
        Assert.Contains("has 10,000,000 bytes", Assert.Single(all, e => e.Name == "feed" && Json(e).GetProperty("kind").GetString() == "file") is var told ? Json(told).GetProperty("detail").GetString() : "", StringComparison.Ordinal);
        for (var seen = 1; seen <= all.Count; seen++)
            Assert.Equal(Keys(all), Keys([.. all.Take(seen), .. All(new RunTail(_folder.Path, all[seen - 1].After, _time))]));
    }

    [Fact]
    public void Prices_are_told_four_times_a_second_at_most_and_bars_always()
    {
        _run.Journal();
        var tail = new RunTail(_folder.Path, null, _time);
        var told = 0;
        for (var i = 0; i < 100; i++)
        {
            _run.Add(RunFolder.Segment(1), RunFolder.Tick(i, "2026-01-13T07:00:00Z", 1 + i / 1000.0) + RunFolder.Bars(i, $"2026-01-13T07:00:{i % 60:00}Z", 1));
            var events = All(tail);
            Assert.Equal(1, events.Sum(e => Json(e).GetProperty("bars").GetArrayLength()));
            told += events.Count(e => Json(e).TryGetProperty("mid", out _));
            _time.Advance(TimeSpan.FromMilliseconds(50));
        }

        // Five seconds.
        Assert.InRange(told, 15, 20);
    }

    [Fact]
    public void The_newest_price_is_the_one_that_is_told()
    {
        _run.Journal();
        var tail = new RunTail(_folder.Path, null, _time);
        _run.Add(RunFolder.Segment(1), RunFolder.Tick(2, "2026-01-13T07:00:00Z", 1.1) + RunFolder.Tick(3, "2026-01-13T07:00:01Z", 1.2));
        var price = Json(Assert.Single(All(tail)));
        Assert.Equal(("EURUSD", 1.2, "2026-01-13T07:00:01Z"), (price.GetProperty("symbol").GetString(), price.GetProperty("mid").GetDouble(), price.GetProperty("time").GetString()));
        _run.Add(RunFolder.Segment(1), RunFolder.Tick(4, "2026-01-13T07:00:02Z", 1.3));
        Assert.Empty(All(tail));
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(1.3, Json(Assert.Single(All(tail))).GetProperty("mid").GetDouble());
    }

    [Fact]
    public void Events_are_one_line_whatever_stands_in_the_files()
    {
        _run.Journal().Add("trades.csv", RunFolder.Header + RunFolder.Trade(1, tag: "</script><img onerror=x>\u2028"));
        _run.Add("decisions.jsonl", "{\"time\":\"2026-01-13T07:00:00Z\",\r\"detail\":\"a\\nb\\rc\"}\n" + "no json\n" + "[1]\n" + "{\"torn\":\n" + "{\"time\":\"\\ud800\"}\n{\"detail\":\"\\ud800\"}\n" + RunFolder.Decision(2));
        _run.Add(RunFolder.Segment(1), "{\"n\":2,\"k\":\"feed\",\"t\":9223372036854775807,\"state\":\"x\\r\\ny\"}\n{\"n\":3,\"k\":\"tick\",\"t\":\"no\"}\nrubbish\n\n" + RunFolder.Feed(3, "2026-01-13T07:00:00Z", "last"));
        var events = All(new RunTail(_folder.Path, default(RunPosition), _time));
        Assert.Equal(["trade", "decision", "decision", "feed", "feed"], events.Select(e => e.Name));
        Assert.All(events, e => Assert.DoesNotContain(e.Data, b => b is (byte)'\n' or (byte)'\r'));
        Assert.Equal("</script><img onerror=x>\u2028", Json(events[0]).GetProperty("tag").GetString());
    }

    [Fact]
    public void Files_of_a_resumed_run_are_gone_on_with_and_those_of_another_are_not()
    {
        _run.Add("trades.csv", RunFolder.Header + RunFolder.Trade(1) + RunFolder.Trade(2));
        var tail = new RunTail(_folder.Path, default(RunPosition), _time);
        Assert.Equal(2, All(tail).Count);
        File.Move(_run["trades.csv"], _run["trades.csv.old"]);
        Assert.Empty(All(tail));
        _run.Add("trades.csv", RunFolder.Header + RunFolder.Trade(1));
        Assert.Empty(All(tail));
        _run.Add("trades.csv", RunFolder.Trade(2) + RunFolder.Trade(3));
        Assert.Equal(3, Json(Assert.Single(All(tail))).GetProperty("trade_id").GetInt32());
        Assert.False(tail.IsChanged);
        _run.Write("trades.csv", RunFolder.Header + RunFolder.Trade(1, r: -1) + RunFolder.Trade(2) + RunFolder.Trade(3, r: -1) + RunFolder.Trade(4));
        Assert.Empty(All(tail));
        Assert.True(tail.IsChanged);
    }

    [Theory]
    [InlineData("1-2-3-4", true)]
    [InlineData("0-0-0-0", true)]
    [InlineData("1-2-3", false)]
    [InlineData("1-2-3-4-5", true)]
    [InlineData("1-2-3-4-0", false)]
    [InlineData("1-2-3-4-5-4", true)]
    [InlineData("1-2-3-4-0-3", true)]
    [InlineData("1-2-3-4-5-0", false)]
    [InlineData("1-2-3-4-5-6", false)]
    [InlineData("1-2-3-4-5-3-2", false)]
    [InlineData("1-2-3-4-99999999999", false)]
    [InlineData("-1-2-3-4", false)]
    [InlineData("1-2-99999999999-4", false)]
    [InlineData("99999999999999999999-2-3-4", false)]
    [InlineData("a-2-3-4", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Ids_are_read_strictly(string? text, bool isId)
    {
        var position = RunPosition.Parse(text);
        Assert.Equal(isId ? text : null, position?.ToString());
    }

    private static List<PageEvent> All(RunTail tail)
    {
        var events = new List<PageEvent>();
        while (tail.Read(events))
        {
        }

        return events;
    }

    // With what waits.
    private List<PageEvent> Told(RunTail tail)
    {
        var events = All(tail);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        events.AddRange(All(tail));
        return events;
    }

    private static List<string> Prices(IEnumerable<PageEvent> events) =>
        [.. events.Where(e => e.Name == "price" && Json(e).TryGetProperty("mid", out _)).Select(e => Encoding.UTF8.GetString(e.Data))];

    private static string Newest(IEnumerable<PageEvent> events, string symbol) => Prices(events).Last(p => p.Contains(symbol, StringComparison.Ordinal));

    // Bars may come in other portions: they are counted one by one.
    private static List<string> Keys(IEnumerable<PageEvent> events) =>
    [
        .. events.SelectMany(e => e.Name == "price" ? Json(e).GetProperty("bars").EnumerateArray().Select(b => "bar " + b.GetRawText()) : [e.Name + " " + Encoding.UTF8.GetString(e.Data)])
            .Order(StringComparer.Ordinal),
    ];

    private static JsonElement Json(PageEvent item) => JsonDocument.Parse(item.Data).RootElement;
}
