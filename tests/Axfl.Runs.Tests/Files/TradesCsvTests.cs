using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class TradesCsvTests : IDisposable
{
    private const string Header =
        "trade_id,symbol,strategy,side,units,entry_time,entry,stop_loss,target,exit_time,exit,reason,r,pnl,costs,bars_held,mae_r,mfe_r,tag,cost_spread,cost_slippage,cost_commission,risk\n";

    private const string OlderHeader =
        "trade_id,symbol,strategy,side,units,entry_time,entry,stop_loss,target,exit_time,exit,reason,r,pnl,costs,bars_held,mae_r,mfe_r,tag\n";

    private const string Line =
        "1,EURUSD,lsg,short,357142,2026-01-13T07:25:00Z,1.099400,1.100800,1.098000,2026-01-13T07:40:00Z,1.098000,TP,1.0000,500.00,0.00,3,-0.2143,1.0000,high_sweep,3.21,1.50,0.25,499.99\n";

    private const string OlderLine =
        "1,EURUSD,lsg,short,357142,2026-01-13T07:25:00Z,1.099400,1.100800,1.098000,2026-01-13T07:40:00Z,1.098000,TP,1.0000,500.00,0.00,3,-0.2143,1.0000,high_sweep\n";

    private readonly TemporaryFolder _directory = new();

    private string Path => _directory["trades.csv"];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_line_has_the_formats_of_the_page_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(Header + Line, Written(SampleRecords.Trade()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_number_is_printed_as_negative_zero() =>
        Assert.Contains(",0.0000,0.00,0.00,3,0.0000,1.0000,", Written(SampleRecords.Trade() with { R = -0.00001, Pnl = -0.001, Costs = -0.0, MaeR = -0.0 }));

    [Fact]
    public void Units_have_no_trailing_zeros_and_a_missing_target_is_empty() =>
        Assert.Contains(",12.5,2026-01-13T07:25:00Z,1.099400,1.100800,,", Written(SampleRecords.Trade() with { Units = 12.50, Target = double.NaN }));

    [Fact]
    public void Prices_have_one_decimal_more_than_the_instrument() =>
        Assert.Contains(",157.1235,", Written(SampleRecords.Trade() with { Instrument = SampleRecords.UsdJpy, Entry = 157.12345678 }));

    [Theory]
    [InlineData("")]
    [InlineData("trade_id,symbol")]
    public void A_file_without_a_whole_header_is_not_taken_for_a_run_without_trades(string text)
    {
        File.WriteAllText(Path, text);
        Assert.Equal("TradesFileIncomplete", Assert.Throws<AxflException>(() => TradesCsv.Read(Path).ToList()).ErrorId);
    }

    [Fact]
    public void The_header_is_in_the_file_before_the_first_trade()
    {
        using var writer = new TradesCsvWriter(Path);
        Assert.Empty(TradesCsv.Read(Path));
    }

    [Fact]
    public void A_run_without_trades_has_the_header_alone() => Assert.Equal(Header, Written());

    [Fact]
    public void A_tag_with_a_comma_a_quote_and_a_line_break_stays_one_field_of_one_line()
    {
        Written(SampleRecords.Trade() with { Tag = "a, \"b\"\nc" });
        Assert.Equal("a, \"b\" c", Assert.Single(TradesCsv.Read(Path)).Tag);
        Assert.Equal(2, File.ReadAllLines(Path).Length);
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        Written(SampleRecords.Trade(), SampleRecords.Trade(2) with { Target = double.NaN, Tag = "" });
        var trades = TradesCsv.Read(Path).ToArray();
        Assert.Equal([1, 2], trades.Select(t => t.TradeId));
        Assert.Equal(
            new Trade
            {
                TradeId = 1, Symbol = "EURUSD", Strategy = "lsg", Side = "short", Units = 357142, EntryTime = new DateTime(2026, 1, 13, 7, 25, 0, DateTimeKind.Utc),
                Entry = 1.0994, StopLoss = 1.1008, Target = 1.098, ExitTime = new DateTime(2026, 1, 13, 7, 40, 0, DateTimeKind.Utc), Exit = 1.098,
                Reason = "TP", R = 1, Pnl = 500, Costs = 0, BarsHeld = 3, MaeR = -0.2143, MfeR = 1, Tag = "high_sweep",
                CostSpread = 3.21, CostSlippage = 1.5, CostCommission = 0.25, Risk = 499.99,
            },
            trades[0]);
        Assert.Equal(DateTimeKind.Utc, trades[0].EntryTime.Kind);
        Assert.Null(trades[1].Target);
    }

    [Fact]
    public void Flushed_trades_can_be_read_while_the_run_goes_on()
    {
        using var writer = new TradesCsvWriter(Path);
        writer.Append(SampleRecords.Trade());
        writer.Flush();
        Assert.Single(TradesCsv.Read(Path));
        writer.Append(SampleRecords.Trade(2));
        writer.Flush();
        Assert.Equal(2, TradesCsv.Read(Path).Count());
    }

    [Fact]
    public void A_torn_last_line_is_left_out()
    {
        _directory.File("trades.csv", Header + Line + Line[..40]);
        Assert.Single(TradesCsv.Read(Path));
    }

    [Fact]
    public void A_damaged_line_is_an_error_that_names_file_and_line()
    {
        _directory.File("trades.csv", Header + Line + "2,EURUSD,lsg\n");
        var error = Assert.Throws<AxflException>(() => TradesCsv.Read(Path).ToArray());
        Assert.Equal(("TradesFileInvalid", ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains($"{Path}(3)", error.Message);
    }

    [Fact]
    public void A_file_of_an_older_version_has_no_costs_apart_and_no_risk()
    {
        _directory.File("trades.csv", OlderHeader + OlderLine);
        var trade = Assert.Single(TradesCsv.Read(Path));
        Assert.Equal(("high_sweep", 0.0), (trade.Tag, trade.Costs));
        Assert.All([trade.CostSpread, trade.CostSlippage, trade.CostCommission, trade.Risk], Assert.Null);
    }

    [Fact]
    public void A_short_line_under_the_present_header_is_damaged_not_older()
    {
        _directory.File("trades.csv", Header + OlderLine);
        Assert.Contains("19 fields of 23", Assert.Throws<AxflException>(() => TradesCsv.Read(Path).ToArray()).Message);
    }

    [Fact]
    public void A_file_with_another_header_is_refused()
    {
        _directory.File("trades.csv", "time,open,high,low,close\n");
        Assert.Equal("TradesFileInvalid", Assert.Throws<AxflException>(() => TradesCsv.Read(Path).ToArray()).ErrorId);
    }

    [Fact]
    public void A_missing_file_is_an_error() =>
        Assert.Equal("RunFileNotFound", Assert.Throws<AxflException>(() => TradesCsv.Read(Path).ToArray()).ErrorId);

    [Fact]
    public void A_place_that_cannot_be_written_is_an_output_error_that_names_the_path()
    {
        var path = _directory["absent/trades.csv"];
        var error = Assert.Throws<AxflException>(() => new TradesCsvWriter(path));
        Assert.Equal(("OutputNotWritable", ErrorKind.Output, path), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void The_trades_of_another_run_are_never_written_over()
    {
        _directory.File("trades.csv", Header + Line);
        Assert.Equal("OutputNotWritable", Assert.Throws<AxflException>(() => new TradesCsvWriter(Path)).ErrorId);
        Assert.Equal(Header + Line, File.ReadAllText(Path));
    }

    private string Written(params TradeRecord[] trades)
    {
        using (var writer = new TradesCsvWriter(Path))
            foreach (var trade in trades) writer.Append(trade);
        return File.ReadAllText(Path);
    }
}
