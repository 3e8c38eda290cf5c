using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Axfl.Reports.Page;

namespace Axfl.Reports.Tests.Page;

/// <summary>The page as a file.</summary>
public sealed class ReportPageTests(YearRun year) : IClassFixture<YearRun>, IDisposable
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&\u2028\u2029";

    private readonly ReportRuns _runs = new();

    [Fact]
    public void Twice_the_same_content_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(year.Report.Text, ReportRuns.Report(year.Directory).Text);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(year.Report.Text, ReportRuns.Report(year.Directory).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_policy_names_the_hashes_of_its_style_and_script_and_lets_nothing_else_act()
    {
        var text = year.Report.Text;
        var policy = Regex.Match(text, "<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").Groups[1].Value;
        var style = Regex.Match(text, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var script = Assert.Single(Regex.Matches(text, "<script>(.*?)</script>", RegexOptions.Singleline)).Groups[1].Value;
        Assert.Equal($"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void It_loads_nothing_and_has_neither_handlers_nor_styles_within_elements()
    {
        var text = year.Report.Text;
        foreach (Match address in Regex.Matches(text, "https?:[^\"'` )<]*")) Assert.Equal("http://www.w3.org/2000/svg", address.Value);
        Assert.DoesNotMatch("(?i)@import|\\burl\\(|\\bfetch\\(|XMLHttpRequest|WebSocket|EventSource|importScripts|\\beval\\(", text);
        Assert.DoesNotMatch("(?i)<[^>]*\\s(src|href|style|on[a-z]+)\\s*=", year.Report.Body);
        Assert.DoesNotContain("<link", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_says_nothing_of_the_machine()
    {
        Assert.DoesNotContain(Path.GetFullPath(year.Directory), year.Report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName + "\"", year.Report.Text, StringComparison.Ordinal);
        Assert.Contains("data_dir: &quot;data&quot;", year.Report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_panel_has_a_heading_that_names_it_and_its_numbers_as_tables()
    {
        foreach (var id in new[] { "equity", "calendar", "net", "when", "how", "matrix", "streaks", "resampled", "undecided", "whynot", "trades" })
        {
            var section = Section(year.Report.Body, id);
            Assert.Contains($"aria-labelledby=\"h-{id}\"", section, StringComparison.Ordinal);
            Assert.Contains($"<h2 id=\"h-{id}\">", section, StringComparison.Ordinal);
            if (id != "undecided") Assert.Contains("<details class=\"numbers\"><summary>Numbers</summary>", section, StringComparison.Ordinal);
        }

        Assert.Contains("stationary", Section(year.Report.Body, "inputs"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("id=\"live\"", year.Report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Headline_and_sentence_say_what_the_run_came_to()
    {
        var m = year.Content.Totals;
        Assert.Equal(Shown.R(m.TotalR), DataN("total_r"));
        Assert.Equal(Shown.Number(m.Trades), DataN("trades"));
        Assert.Equal(Shown.Percent(m.CostShare), DataN("cost_share"));
        Assert.Matches($"^{m.Trades} trades made .*R before costs; spread and slippage took [0-9.]+R; .*R is left\\.$", Regex.Match(year.Report.Body, "<p id=\"sentence\">(.*?)</p>").Groups[1].Value);
        Assert.Contains("Generated bars", year.Report.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equity", "Recovery factor ")]
    [InlineData("undecided", " are undecided: total R lies between ")]
    [InlineData("whynot", "Never refused: ")]
    [InlineData("trades", "The first 200 of ")]
    public void Numbers_of_the_whole_run_in_captions_are_set_apart_from_what_a_filter_leaves_true(string id, string text)
    {
        var caption = Regex.Match(Section(year.Report.Body, id), "<p class=\"caption\">(.*?)</p>").Groups[1].Value;
        var whole = Assert.Single(Regex.Matches(caption, "<span class=\"whole\">(.*?)</span>"));
        Assert.Contains(text, whole.Groups[1].Value, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", caption.Replace(whole.Value, "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_user_wrote_stays_text()
    {
        var directory = MadeRun.Write(_runs["hostile"], [MadeRun.Trade(1, 1, tag: Hostile), MadeRun.Trade(2, -1, 5)],
            [MadeRun.Refused(0, detail: Hostile), MadeRun.Refused(5, gate: Hostile)], id: Hostile, change: s => s.Replace("\"error\":null", "\"error\":" + JsonSerializer.Serialize(Hostile), StringComparison.Ordinal));
        var report = ReportRuns.Report(directory);
        Assert.DoesNotContain("<img", report.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, Regex.Count(report.Text, "</script"));
        Assert.DoesNotContain('\u2028', report.Text);
        Assert.Equal(Hostile, report.Data.GetProperty("run").GetProperty("id").GetString());
        Assert.Equal(Hostile.ReplaceLineEndings(" "), Assert.Single(report.Data.GetProperty("tags").EnumerateArray()).GetString());
        Assert.Contains(Hostile, report.Data.GetProperty("details").EnumerateArray().Select(s => s.GetString()));
        Assert.Contains(Hostile, report.Data.GetProperty("gates").EnumerateArray().Select(s => s.GetString()));
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_trade_one_line_says_which_gates_were_the_reason()
    {
        var report = ReportRuns.Report(MadeRun.Write(_runs["none"], [], [MadeRun.Refused(0), MadeRun.Refused(5), MadeRun.Refused(10, "session", "")]));
        Assert.Contains("No trade. Of 3 orders placed: 2 refused by max_open_positions, 1 refused by session.", report.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chart\"", Section(report.Body, "equity"), StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(report.Text) < 150_000);
    }

    [Fact]
    public void Without_an_order_it_says_in_how_many_windows_none_was_placed()
    {
        var directory = _runs.Replay("silent", "2025-01-06", "2025-01-11", "symbols=[EURUSD]", "strategies.lsg.params.sweep_pips=900", "strategies.orb.params.break_pips=900", "strategies.arls.params.sweep_pips=900");
        Assert.Contains("No trade: no strategy placed an order in 15 windows with bars.", ReportRuns.Report(directory).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_trade_has_the_numbers_of_one_trade_and_neither_intervals_nor_resampling()
    {
        var report = ReportRuns.Report(MadeRun.Write(_runs["one"], [MadeRun.Trade(1, 1.5)]));
        Assert.Contains("data-n=\"total_r\">+1.50R<", report.Body, StringComparison.Ordinal);
        Assert.Contains("data-n=\"win_rate_interval\">-<", report.Body, StringComparison.Ordinal);
        Assert.Contains("data-n=\"expectancy_interval\">-<", report.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Bands", Section(report.Body, "resampled"), StringComparison.Ordinal);
        Assert.Contains("With fewer than 30 trades most of what follows is chance.", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_trade_in_many_days_is_not_resampled_either()
    {
        var directory = MadeRun.Write(_runs["one"], [MadeRun.Trade(1, 1.5, 60 * 24 * 60)]);
        Assert.True(ReportRuns.Content(directory).Days.Count > 40);
        var report = ReportRuns.Report(directory);
        Assert.Contains("data-n=\"expectancy_interval\">-<", report.Body, StringComparison.Ordinal);
        Assert.Contains("Resampling needs 20 trading days, 2 trades and a ledger hash", Section(report.Body, "resampled"), StringComparison.Ordinal);
        using var script = new Script.PageScript(report);
        Assert.True(script.Of("Axfl.resample(T, all, days, D.seed, T.r) === null").GetBoolean());
    }

    [Fact]
    public void All_trades_in_one_minute_and_thirty_symbols_are_reported()
    {
        string[] names =
        [
            "EURUSD", "GBPUSD", "AUDUSD", "NZDUSD", "USDCAD", "USDCHF", "USDJPY", "EURGBP", "EURJPY", "GBPJPY", "EURCHF", "EURAUD", "EURCAD", "EURNZD", "GBPCHF", "GBPAUD", "GBPCAD", "GBPNZD",
            "AUDJPY", "AUDNZD", "AUDCAD", "AUDCHF", "NZDJPY", "NZDCAD", "NZDCHF", "CADJPY", "CADCHF", "CHFJPY", "XAUUSD", "XAGUSD",
        ];
        Assert.Equal(30, names.Length);
        var report = ReportRuns.Report(MadeRun.Write(_runs["many"], [.. names.Select((s, i) => MadeRun.Trade(i + 1, i % 3 - 1, 0, s))], symbols: string.Join(", ", names)));
        Assert.Equal(names, report.Data.GetProperty("symbols").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
        Assert.Equal(30, report.Columns("trades")["symbol"].Distinct().Count());
    }

    [Fact]
    public void A_hundred_thousand_trades_fit()
    {
        var report = ReportRuns.Report(MadeRun.Write(_runs["large"], [.. Enumerable.Range(0, 100_000).Select(i => MadeRun.Trade(i + 1, i % 7 == 0 ? 2.5 : -0.5, i))]));
        Assert.Equal(100_000, report.Columns("trades")["r"].Length);
        Assert.True(Regex.Count(report.Body, "<[a-z]") < 15_000);
        Assert.True(Encoding.UTF8.GetByteCount(report.Text) < 5_000_000);
    }

    public void Dispose() => _runs.Dispose();

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Section(string body, string id) => Regex.Match(body, $"<section id=\"{id}\".*?</section>", RegexOptions.Singleline).Value;

    private string DataN(string name) => Regex.Match(year.Report.Body, $"data-n=\"{name}\">(.*?)<").Groups[1].Value;
}
