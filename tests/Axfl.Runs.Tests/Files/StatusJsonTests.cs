using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Files;

public sealed class StatusJsonTests
{
    private const string OfThePage =
        """{"ok":true,"mode":"replay","source":"csv","interval":"5m","since":"2025-10-15T07:25:00Z","now":"2025-10-17T18:25:00Z","symbols":["EURUSD"],"positions":[],"today":{"r_total":0.0,"pnl_total":0.0,"by_strategy":[{"name":"lsg","r":0.0,"trades":0,"pnl":0.0}]},"risk":{"halted":false,"global_daily_stop_r":-5.0},"costs":{"spread_pips":0.6,"slippage_model":"max(1 pip, ATR/1000)"},"ws":{"connected":false,"errors":0}""";

    private static readonly string[] Names =
    [
        "ok", "error", "mode", "source", "interval", "since", "now", "symbols", "positions", "today", "risk", "costs", "ws", "total", "pending", "blocked",
        "data", "day", "run", "ledger_hash",
    ];

    [Fact]
    public void The_sample_of_the_page_comes_out_byte_for_byte_and_new_fields_follow_it() => Assert.Equal(
        OfThePage + ""","total":{"r":0.0,"pnl":0.0,"trades":0,"equity":100000.0,"max_drawdown_pct":0.0},"pending":[],"blocked":{},"data":{},"day":"2025-10-17","run":"portfolio-20251017T182507Z-abcd","ledger_hash":"e3b0"}""",
        StatusJson.Write(SampleStatus.Quiet));

    [Fact]
    public void The_fields_keep_their_order_and_error_stands_after_ok()
    {
        using var json = JsonDocument.Parse(StatusJson.Write(SampleStatus.Busy));
        Assert.Equal(Names, json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["symbol", "strategy", "side", "units", "entry", "entry_time", "sl", "tp", "r_open", "pnl_open", "bars_held"],
            json.RootElement.GetProperty("positions")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void The_spread_of_more_symbols_than_one_is_an_object() =>
        Assert.Contains("""{"spread_pips":{"EURUSD":0.6,"USDJPY":0.8},"slippage_model":"1 pip"}""", StatusJson.Write(SampleStatus.Busy));

    [Fact]
    public void Refusals_and_data_are_objects_and_stale_symbols_a_list()
    {
        var json = StatusJson.Write(SampleStatus.Busy);
        Assert.Contains("""
            "blocked":{"cooldown":2,"max_open_positions":1}
            """.Trim(), json);
        Assert.Contains("""
            "USDJPY":{"bars":99,"gaps":0,"duplicates":0,"rejected":0,"stale_s":null},"stale":["EURUSD"]}
            """.Trim(), json);
    }

    [Fact]
    public void Counts_that_a_line_does_not_have_are_unknown_when_it_is_read_and_not_0()
    {
        var status = SampleStatus.Quiet with { Data = [new SymbolDataStatus("EURUSD", 12, 0, 0, 0, false) { Crossed = 3, OutsideHours = 4 }] };
        var read = Assert.Single(StatusReading.Read(StatusJson.Write(status)).Data);
        Assert.Equal((12, null, null), (read.Bars, read.Crossed, read.OutsideHours));
    }

    [Fact]
    public void Numbers_are_rounded_and_never_negative_zero()
    {
        var json = StatusJson.Write(SampleStatus.Quiet with { Today = new TodayStatus(-0.00004, 12.345678), Total = new TotalStatus(1.23456, -0.001, 3, 1e5, 0) });
        Assert.Contains("\"today\":{\"r_total\":0.0,\"pnl_total\":12.35,", json);
        Assert.Contains("\"total\":{\"r\":1.2346,\"pnl\":0.0,", json);
    }

    [Fact]
    public void A_number_that_is_none_is_null()
    {
        using var json = JsonDocument.Parse(StatusJson.Write(SampleStatus.Quiet with { Today = new TodayStatus(double.NaN, 0) }));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("today").GetProperty("r_total").ValueKind);
    }

    [Fact]
    public void Reading_gives_back_what_was_written()
    {
        foreach (var status in new[] { SampleStatus.Quiet, SampleStatus.Busy })
        {
            var line = StatusJson.Write(status);
            var read = StatusReading.Read(line);
            Assert.Equal(line, StatusJson.Write(read));
            Assert.Equal(status.Positions, read.Positions);
            Assert.Equal(status.Pending, read.Pending);
            Assert.Equal(status.Data, read.Data);
            Assert.Equal(status.Blocked, read.Blocked);
            Assert.Equal(status.ByStrategy, read.ByStrategy);
            Assert.Equal((status.Ws, status.Total, status.Risk, status.Today, status.Error), (read.Ws, read.Total, read.Risk, read.Today, read.Error));
            Assert.Equal((status.Now, DateTimeKind.Utc), (read.Now, read.Now.Kind));
            Assert.Equal(status.Costs.SpreadPips, read.Costs.SpreadPips);
        }
    }

    [Fact]
    public void The_line_of_an_older_program_without_the_new_fields_reads_too()
    {
        var read = StatusReading.Read(OfThePage + "}");
        Assert.Equal((true, -5.0, 0.6), (read.Ok, read.Risk.GlobalDailyStopR, read.Costs.SpreadPips["EURUSD"]));
        Assert.Equal(0, read.Total.Trades);
    }

    [Theory]
    [InlineData("\"mode\":\"replay\",", "")]
    [InlineData("\"mode\":\"replay\"", "\"mode\":null")]
    [InlineData("\"mode\":\"replay\"", "\"mode\":5")]
    [InlineData("\"now\":\"2025-10-17T18:25:00Z\"", "\"now\":\"soon\"")]
    [InlineData("\"r_total\":0.0,", "")]
    [InlineData("\"r_total\":0.0", "\"r_total\":1e400")]
    [InlineData("\"r_total\":0.0", "\"r_total\":null")]
    [InlineData("\"trades\":0,", "")]
    [InlineData("\"risk\":{\"halted\":false,\"global_daily_stop_r\":-5.0}", "\"risk\":null")]
    [InlineData("\"halted\":false,", "")]
    [InlineData("\"spread_pips\":0.6", "\"spread_pips\":\"0.6\"")]
    [InlineData("\"connected\":false,", "")]
    [InlineData("\"positions\":[]", "\"positions\":[null]")]
    [InlineData("\"positions\":[]", "\"positions\":[{\"symbol\":\"EURUSD\"}]")]
    [InlineData("\"symbols\":[\"EURUSD\"]", "\"symbols\":[null]")]
    [InlineData("\"symbols\":[\"EURUSD\"]", "\"symbols\":null")]
    [InlineData("\"positions\":[]", "\"positions\":null")]
    [InlineData("{\"ok\":true,", "{\"ok\":false,\"ok\":true,")]
    public void Nothing_that_a_status_cannot_be_without_is_taken_to_be_zero_or_empty(string part, string instead)
    {
        Assert.Contains(part, OfThePage, StringComparison.Ordinal);
        Assert.Equal("StatusInvalid", Assert.Throws<AxflException>(() => StatusReading.Read(OfThePage.Replace(part, instead, StringComparison.Ordinal) + "}")).ErrorId);
    }

    [Theory]
    [InlineData("total")]
    [InlineData("pending")]
    [InlineData("blocked")]
    [InlineData("data")]
    [InlineData("day")]
    [InlineData("run")]
    [InlineData("ledger_hash")]
    public void A_status_has_lost_a_part_when_others_behind_ws_are_there(string part)
    {
        var json = StatusJson.Write(SampleStatus.Quiet);
        Assert.Contains($",\"{part}\":", json, StringComparison.Ordinal);
        foreach (var lost in new[] { json.Replace($"\"{part}\":", $"\"no_{part}\":", StringComparison.Ordinal), json.Replace($"\"{part}\":", $"\"{part}\":null,\"was_{part}\":", StringComparison.Ordinal) })
            Assert.Contains(part, Assert.Throws<AxflException>(() => StatusReading.Read(lost)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"ok":"yes"}""")]
    public void What_is_no_status_is_an_error(string json) => Assert.Equal("StatusInvalid", Assert.Throws<AxflException>(() => StatusReading.Read(json)).ErrorId);

    [Fact]
    public void The_machine_s_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.StartsWith(OfThePage, StatusJson.Write(SampleStatus.Quiet));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
