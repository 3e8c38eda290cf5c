using Axfl.Contracts;
using Axfl.Reports.Content;
using Axfl.Runs.Files;

namespace Axfl.Reports.Tests.Content;

/// <summary>What the page is given.</summary>
public sealed class DataElementTests(YearRun year) : IClassFixture<YearRun>, IDisposable
{
    private readonly ReportRuns _runs = new();

    [Fact]
    public void Trades_are_those_of_the_file()
    {
        var columns = year.Report.Columns("trades");
        var trades = year.Content.Run.Trades;
        for (var i = 0; i < trades.Count; i++)
        {
            var scale = Math.Pow(10, year.Content.Run.Instruments.First(s => s.Symbol == trades[i].Symbol).Digits + 1);
            Assert.Equal((trades[i].Entry, trades[i].StopLoss, trades[i].Target, trades[i].Exit), (columns["entry"][i]!.Value / scale, columns["stop"][i]!.Value / scale, columns["target"][i] / scale, columns["exit"][i]!.Value / scale));
            Assert.Equal((trades[i].TradeId, trades[i].R, trades[i].Units), ((int)columns["id"][i]!.Value, columns["r"][i]!.Value / 1e4, columns["units"][i]!.Value));
            Assert.Equal(trades[i].Reason, year.Report.Data.GetProperty("reasons")[(int)columns["reason"][i]!.Value].GetString());
            Assert.InRange(columns["window"][i]!.Value, 0, 2);
        }
    }

    [Fact]
    public void Refusals_have_their_gate_their_numbers_and_their_results()
    {
        var columns = year.Report.Columns("refusals");
        var refused = year.Content.Run.Decisions.Where(d => d.Result is not ("accepted" or "filled")).ToArray();
        Assert.Equal(refused.Length, columns["time"].Length);
        var gates = year.Report.Data.GetProperty("gates");
        for (var i = 0; i < refused.Length; i++)
        {
            if (refused[i].Stage == "cancel") Assert.Equal(refused[i].Result, year.Report.Data.GetProperty("cancels")[(int)columns["cancel"][i]!.Value].GetString());
            else Assert.Equal(refused[i].Result, gates[(int)columns["gate"][i]!.Value].GetString());
        }

        Assert.Equal(year.Content.Again.Shadows!.Sum(s => s.R ?? 0), columns["shadow_r"].Sum(r => r ?? 0) / 1e4, 2);
        Assert.Equal(year.Content.Again.Shadows!.Count, columns["shadow"].Count(s => s > 0));
    }

    [Fact]
    public void Of_more_than_twenty_thousand_refusals_the_last_go_in_and_counts_of_all()
    {
        Decision[] refused = [.. Enumerable.Range(0, 20_500).Select(i => MadeRun.Refused(i))];
        var report = ReportRuns.Report(MadeRun.Write(_runs["many"], [MadeRun.Trade(1, 1)], refused));
        Assert.Equal(20_000, report.Columns("refusals")["time"].Length);
        var days = report.Columns("refused_days");
        Assert.Equal(20_500, days["n"].Sum());
        Assert.Equal(15, days["day"].Distinct().Count());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, year.Report.Data.GetProperty("refused_days").ValueKind);
    }

    [Fact]
    public void Totals_are_those_of_the_summary_and_the_undecided_lie_between_their_bounds()
    {
        var summary = year.Content.Run.Summary!.Metrics;
        Assert.Equal(Math.Round(summary.TotalR, 4), year.Report.Data.GetProperty("totals").GetProperty("total_r").GetDouble());
        Assert.Equal(Math.Round(summary.Sharpe!.Value, 6), year.Report.Data.GetProperty("whole").GetProperty("sharpe").GetDouble());
        var undecided = year.Report.Data.GetProperty("undecided");
        Assert.InRange(undecided.GetProperty("total_r").GetDouble(), undecided.GetProperty("worst_r").GetDouble(), undecided.GetProperty("best_r").GetDouble());
        Assert.Equal(summary.TotalR, undecided.GetProperty("total_r").GetDouble(), 3);
    }

    [Fact]
    public void Zones_hold_daylight_saving_and_begin_before_the_run()
    {
        var zones = year.Report.Data.GetProperty("zones").EnumerateArray().ToDictionary(z => z.GetProperty("name").GetString()!);
        Assert.Equal(["UTC", "Europe/London", "America/New_York", "Asia/Tokyo"], zones.Keys);
        var london = zones["Europe/London"];
        var at = london.GetProperty("at").EnumerateArray().Select(t => t.GetInt64()).ToArray();
        Assert.True(at[0] < year.Report.Data.GetProperty("run").GetProperty("since").GetInt64());
        Assert.Contains(new DateTimeOffset(2025, 3, 30, 1, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), at);
        Assert.Equal([0, 3600, 0], london.GetProperty("offset").EnumerateArray().Select(o => o.GetInt32()));
        Assert.Single(zones["Asia/Tokyo"].GetProperty("at").EnumerateArray());
    }

    [Fact]
    public void Halts_are_marks_with_their_beginning_and_end()
    {
        var marks = Mark.Of(year.Content.Run);
        Assert.NotEmpty(marks);
        Assert.Equal(year.Content.Run.Halts!.Count(h => h.On), marks.Count);
        Assert.All(marks, m => Assert.True(m.To is null || m.To > m.From));
    }

    [Theory]
    [InlineData("portfolio_halted", -3.25, -3, "-3.25R, limit -3R")]
    [InlineData("drawdown", 95000.5, 96000, "equity 95,000.50, limit 96,000.00")]
    [InlineData("loss_streak", 3, 3, "3 losses in a row, limit 3")]
    public void A_halt_is_marked_with_its_numbers_in_their_unit(string halt, double value, double limit, string text)
    {
        var line = new HaltLine(new DateTime(2025, 3, 3, 8, 0, 0, DateTimeKind.Utc), halt, null, true, value, limit);
        Assert.Equal(text, Assert.Single(Mark.Of(year.Content.Run with { Halts = [line], Live = null })).Text);
    }

    public void Dispose() => _runs.Dispose();
}
