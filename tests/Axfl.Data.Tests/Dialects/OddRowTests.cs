using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Check;
using Axfl.Testing;

namespace Axfl.Data.Tests.Dialects;

/// <summary>The row out of place is rejected and named, not everything behind it; a file that is mostly rejected is refused.</summary>
public sealed class OddRowTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> OddTimes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var time in new[] { "2052-03-03T00:00:00Z", "2026-04-03T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:55:00Z", "1969-12-31T23:55:00Z" })
                foreach (var form in new[] { "", ";" }) data.Add(time, form);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OddTimes))]
    public void A_row_of_another_age_is_the_one_that_is_rejected(string time, string delimiter)
    {
        foreach (var at in new[] { 0, 1, 500, 900 })
        {
            var lines = Rows(1000).ToList();
            lines.Insert(at, time + ",1.1,1.1,1.1,1.1");
            var text = "time,open,high,low,close\n" + string.Join('\n', lines) + "\n";
            _folder.Write("EURUSD.csv", delimiter.Length > 0 ? text.Replace(",", delimiter, StringComparison.Ordinal) : text);

            var reading = DataFolder.Read(_folder.Request());
            Assert.Equal((1000, 1L, 0L), (reading.Bars.Count, reading.Tally.Rejected, reading.Tally.Gaps));
            var rejected = Assert.Single(reading.Tally.Lines);
            Assert.Equal(at + 2, rejected.Line);
            Assert.StartsWith(time, rejected.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_holds_in_a_file_of_the_zone_and_in_one_that_runs_from_new_to_old()
    {
        var lines = Rows(300).ToList();
        lines.Insert(150, "2052-03-03T00:00:00Z,1.1,1.1,1.1,1.1");
        lines.Reverse();
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', lines).Replace("Z,", ",", StringComparison.Ordinal) + "\n");
        var reading = DataFolder.Read(_folder.Request(timezone: "Europe/London"));
        Assert.Equal((300, 1L), (reading.Bars.Count, reading.Tally.Rejected));
    }

    [Fact]
    public void A_year_without_bars_is_a_gap_and_no_odd_row()
    {
        var text = "time,open,high,low,close\n" + string.Join('\n', Rows(10)) + "\n" + string.Join('\n', Rows(10, "2027-03-02T00:00:00Z")) + "\n";
        _folder.Write("EURUSD.csv", text);
        var reading = DataFolder.Read(_folder.Request());
        Assert.Equal((20, 0L, 1L), (reading.Bars.Count, reading.Tally.Rejected, reading.Tally.Gaps));
    }

    [Fact]
    public void A_row_that_goes_back_says_after_which()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', Rows(10)) + "\n2026-03-02T00:00:00Z,1.2,1.2,1.2,1.2\n");
        Assert.Contains("goes back in time: 2026-03-02T00:00:00Z after 2026-03-02T00:45:00Z", Assert.Single(DataFolder.Read(_folder.Request()).Tally.Lines).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 1000, false)] // no more than 100 lines
    [InlineData(101, 1919, false)] // 5 % of 2020
    [InlineData(101, 1918, true)]
    [InlineData(500, 1000, true)]
    public void A_file_of_which_much_is_rejected_is_refused_unless_allowed(int bad, int good, bool refused)
    {
        var rows = Rows(good).Concat(Enumerable.Repeat("2026-03-02T00:00:00Z,1,x,1,1", bad));
        var path = _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', rows) + "\n");
        var report = Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));
        Assert.Equal(refused, report.Refusal is not null);
        if (refused)
        {
            var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request()));
            Assert.Equal(("DataRejected", ErrorKind.Data), (error.ErrorId, error.Kind));
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{bad} of {bad + good} lines"), error.Message, StringComparison.Ordinal);
            Assert.Contains($"the first is line {good + 2}: high is not a number", error.Message, StringComparison.Ordinal);
            Assert.Equal(report.Refusal, error.Message);
        }

        Assert.Equal(good, DataFolder.Read(_folder.Request() with { AllowRejected = true }).Bars.Count);
    }

    [Fact]
    public void A_file_whose_halves_are_swapped_is_refused_whatever_period_is_asked_for()
    {
        var rows = Rows(1000).ToArray();
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', rows[500..].Concat(rows[..500])) + "\n");
        var from = DataFolder.Time(rows[700].Split(',')[0]);
        foreach (var since in new[] { long.MinValue, from })
        {
            var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request(from: since)));
            Assert.Equal("DataRejected", error.ErrorId);
            Assert.Contains("500 of 1000 lines", error.Message, StringComparison.Ordinal);
            Assert.Contains("line 502: it goes back in time", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_before_the_period_that_are_in_order_are_passed_over_whatever_their_prices()
    {
        var rows = Rows(1000).ToArray();
        for (var i = 0; i < 400; i++) rows[i] = rows[i].Replace("1.1,1.1,1.1,1.1", "1.1,1.0,1.1,1.1", StringComparison.Ordinal);
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', rows) + "\n");
        var from = DataFolder.Time(rows[500].Split(',')[0]);
        var reading = DataFolder.Read(_folder.Request(from: from));
        Assert.Equal((500, 0), (reading.Bars.Count, reading.Tally.Rejected));
    }

    [Fact]
    public void A_spike_is_traded_as_given_and_named_with_its_line()
    {
        var rows = Rows(400).ToArray();
        rows[200] = rows[200].Replace("1.1,1.1,1.1,1.1", "1.1,110000,1.1,1.1", StringComparison.Ordinal);
        rows[300] = rows[300].Replace("1.1,1.1,1.1,1.1", "1.12,1.12,1.12,1.12", StringComparison.Ordinal);
        var path = _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', rows) + "\n");

        var source = BarSources.Open("csv", _folder.Request(), out _);
        using var reader = source.Open(0, long.MinValue, long.MaxValue);
        var (buffer, bars) = (new Axfl.Engine.Portfolio.StepBar[IBarReader.BlockBars], new List<Bar>());
        for (int count; (count = reader.Read(buffer)) > 0;) bars.AddRange(buffer.Take(count).Select(b => b.Bar));

        Assert.Equal(400, bars.Count);
        Assert.Equal(110000, bars[200].High);
        Assert.Equal([202L], reader.SuspectLines.Select(l => l.Line).Take(1));
        Assert.Contains(DataNotices.Of("EURUSD", reader, wantsMeasured: false), w => w.StartsWith(path + "(202): traded as given: prices move from 1.1 to 1.1 at the open and over 1.1 to 110000", StringComparison.Ordinal));
        Assert.Contains(Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None)).Warnings, w => w.StartsWith(path + "(202): ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EURUSD", 1.1055, 5, true)] // 0.5 %
    [InlineData("EURUSD", 1.1056, 5, false)]
    [InlineData("EURUSD", 1.133, 10, true)] // over a missing bar 3 %
    [InlineData("EURUSD", 1.1331, 10, false)]
    [InlineData("XAUUSD", 1.1165, 5, true)] // metals 1.5 %
    [InlineData("XAUUSD", 1.1166, 5, false)]
    public void A_jump_is_sane_up_to_the_share_of_live_prices(string symbol, double open, int minutes, bool sane)
    {
        var sanity = new BarSanity(symbol == "EURUSD" ? DataFolder.EurUsd : DataFolder.Gold, new Interval(5), 20, 0);
        Assert.True(sanity.Take(new Bar(0, 1.1, 1.1, 1.1, 1.1)));
        Assert.Equal(sane, sanity.Take(new Bar(minutes * EventTime.Minute, open, open, open, open)));
    }

    [Fact]
    public void A_jump_within_twenty_ATR_or_thirty_spreads_is_sane()
    {
        static Bar At(int i, double open) => new(i * 300_000L, open, open + 0.002, open - 0.002, open);
        var byAtr = new BarSanity(DataFolder.EurUsd, new Interval(5), 20, 0);
        for (var i = 0; i < 15; i++) byAtr.Take(At(i, 1.1));
        Assert.True(byAtr.Take(At(15, 1.179)));
        Assert.False(new BarSanity(DataFolder.EurUsd, new Interval(5), 20, 0) is var fresh && fresh.Take(At(0, 1.1)) && fresh.Take(At(1, 1.179)));
        Assert.True(new BarSanity(DataFolder.EurUsd, new Interval(5), 20, 30) is var wide && wide.Take(At(0, 1.1)) && wide.Take(At(1, 1.189)));
    }

    private static IEnumerable<string> Rows(int count, string from = "2026-03-02T00:00:00Z") =>
        Enumerable.Range(0, count).Select(i => EventTime.ToIso(DataFolder.Time(from) + i * 300_000L) + ",1.1,1.1,1.1,1.1");
}
