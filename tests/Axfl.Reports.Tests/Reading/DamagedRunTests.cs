using System.Text.RegularExpressions;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Reports.Tests.Reading;

/// <summary>Runs whose files were changed, shortened or lost: a report of them would be a lie, and is not made.</summary>
public sealed class DamagedRunTests : IDisposable
{
    private readonly ReportRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData(RunStates.Ended)]
    [InlineData(RunStates.Stopped)]
    [InlineData(RunStates.Failed)]
    public void Trades_that_are_missing_are_refused_with_both_counts(string state)
    {
        var directory = Made(s => s.Replace("\"state\":\"ended\"", $"\"state\":\"{state}\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(directory, RunFiles.Trades));
        Refused(directory, "TradesFileIncomplete", "trades.csv is missing, so it has 0 trades, and the run ended with 4");
    }

    [Theory]
    [InlineData(0, "has 0 decisions, and the run ended with 3")]
    [InlineData(2, "has 2 decisions, and the run ended with 3")]
    [InlineData(-1, "decisions.jsonl is missing, so it has 0 decisions, and the run ended with 3")]
    public void Decisions_that_were_lost_are_refused_with_both_counts(int left, string why)
    {
        var directory = Made();
        var path = Path.Combine(directory, RunFiles.Decisions);
        var lines = File.ReadAllLines(path);
        if (left < 0) File.Delete(path);
        else File.WriteAllText(path, string.Concat(lines.Take(left).Select(l => l + "\n")));
        Refused(directory, "DecisionsFileIncomplete", why);
    }

    [Fact]
    public void Decisions_of_another_gate_than_the_run_counted_are_refused()
    {
        var directory = Made();
        Edit(directory, RunFiles.Decisions, t => new Regex("max_open_positions").Replace(t, "spread", 1));
        Refused(directory, "DecisionsFileIncomplete", "decisions.jsonl has 2 of place:spread, and the run ended with 1");
    }

    [Fact]
    public void Decisions_that_an_older_version_did_not_count_are_taken_as_they_are()
    {
        var directory = Made(s => Regex.Replace(s, "\"decisions\":\\{[^}]*\\},", ""));
        Assert.Equal(3, ReportRuns.Content(directory, ReportBars.None).Run.Decisions.Count);
    }

    [Theory]
    [InlineData("total_r", "99", "R of 1.0000, and the run ended with 99.0000")]
    [InlineData("total_r", "1.0004", "R of 1.0000, and the run ended with 1.0004")]
    [InlineData("pnl", "500.04", "PnL of 500.00, and the run ended with 500.04")]
    [InlineData("costs", "0", "costs of 20.00, and the run ended with 0.00")]
    [InlineData("max_drawdown_r", "0.5", "maximum drawdown in R of 1.0000, and the run ended with 0.5000")]
    [InlineData("wins", "4", "2 trades won, and the run ended with 4")]
    [InlineData("losses", "0", "2 trades lost, and the run ended with 0")]
    public void A_summary_of_other_sums_than_the_trades_is_refused_with_both(string name, string value, string why)
    {
        var directory = Made(s => new Regex($"\"{name}\":[^,]*,").Replace(s, $"\"{name}\":{value},", 1));
        Refused(directory, "TradesFileDiffers", why);
    }

    [Fact]
    public void Trades_with_another_R_than_the_summary_are_refused()
    {
        var directory = Made();
        Edit(directory, RunFiles.Trades, t => new Regex(",1\\.5000,").Replace(t, ",5.0000,", 1));
        Refused(directory, "TradesFileDiffers", "R of 4.5000, and the run ended with 1.0000");
    }

    [Theory]
    [InlineData("side", "long")]
    [InlineData("exit", "1.100000")]
    [InlineData("exit_time", "2025-01-06T07:06:00Z")]
    public void Trades_with_another_ledger_hash_than_the_summary_are_refused(string column, string value)
    {
        var directory = Made();
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var fields = lines[1].Split(',');
        fields[Array.IndexOf(lines[0].Split(','), column)] = value;
        lines[1] = string.Join(',', fields);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        Refused(directory, "TradesFileDiffers", "another ledger hash");
    }

    [Fact]
    public void A_damaged_summary_is_told_on_the_page_and_to_whoever_made_it()
    {
        var directory = Made(s => s[..(s.Length / 2)]);
        var report = ReportRuns.Report(directory, ReportBars.None);
        var warning = Assert.Single(report.File.Warnings);
        Assert.StartsWith("How the run ended is not known", warning, StringComparison.Ordinal);
        Assert.EndsWith("Restore it from a copy, or run again.", warning, StringComparison.Ordinal);
        Assert.Contains("how it ended is not known,", report.Text, StringComparison.Ordinal);
        Assert.Contains("<p class=\"warn\">How the run ended is not known", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("total_r", "1.0002")]
    [InlineData("pnl", "500.02")]
    public void Sums_that_differ_by_rounding_alone_are_the_same(string name, string value)
    {
        var directory = Made(s => new Regex($"\"{name}\":[^,]*,").Replace(s, $"\"{name}\":{value},", 1));
        Assert.Equal(4, ReportRuns.Content(directory, ReportBars.None).Run.Trades.Count);
    }

    [Fact]
    public void What_is_worked_out_of_single_trades_is_of_the_trades_whatever_the_summary_says()
    {
        var directory = Made(s => Regex.Replace(s, "\"profit_factor\":[^,]*,", "\"profit_factor\":99,"));
        Assert.Equal(1.5, ReportRuns.Content(directory, ReportBars.None).Totals.ProfitFactor!.Value, 9);
    }

    [Theory]
    [InlineData("symbol", "USDJPY", "not a trade of this run: its symbol 'USDJPY' is not one of the plan's: EURUSD")]
    [InlineData("symbol", "", "its symbol '' is not one of the plan's: EURUSD")]
    [InlineData("strategy", "__proto__", "not a trade of this run: its strategy '__proto__' is not one of the plan's: orb")]
    [InlineData("risk", "0.00", "its risk is not above 0")]
    [InlineData("risk", "-5", "its risk is not above 0")]
    [InlineData("r", "1e308", "its R of 1E+308 is beyond")]
    [InlineData("entry", "1e300", "its entry of 1E+300 is beyond")]
    [InlineData("pnl", "-1e300", "its PnL of -1E+300 is beyond")]
    [InlineData("units", "1e22", "its units of 1E+22 is beyond")]
    [InlineData("mae_r", "-1e200", "its MAE of -1E+200 is beyond")]
    public void A_trade_that_the_run_cannot_have_made_is_refused_with_its_line(string column, string value, string why)
    {
        var directory = Made();
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var fields = lines[2].Split(',');
        fields[Array.IndexOf(lines[0].Split(','), column)] = value;
        lines[2] = string.Join(',', fields);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        Refused(directory, "TradesFileInvalid", "trades.csv(3): ", why);
    }

    [Theory]
    [InlineData("\"EURUSD\"", "\"USDJPY\"", "its symbol 'USDJPY' is not one of the plan's: EURUSD")]
    [InlineData("\"orb\"", "\"lsg\"", "its strategy 'lsg' is not one of the plan's: orb")]
    [InlineData("\"price\":1.1", "\"price\":1e300", "its price of 1E+300 is beyond")]
    public void A_decision_that_the_run_cannot_have_made_is_refused_with_its_line(string from, string to, string why)
    {
        var directory = Made();
        Edit(directory, RunFiles.Decisions, t => new Regex(Regex.Escape(from)).Replace(t, to, 1));
        Refused(directory, "DecisionsFileInvalid", "decisions.jsonl(1): ", why);
    }

    [Fact]
    public void A_halt_of_a_strategy_that_the_plan_does_not_have_is_refused_with_its_line()
    {
        var directory = Made();
        File.WriteAllText(Path.Combine(directory, RunFiles.Halts),
            """{"time":"2025-01-06T07:00:00Z","halt":"strategy_daily_stop","strategy":"lsg","on":true,"value":-2,"limit":-2}""" + "\n");
        Refused(directory, "HaltsFileInvalid", "halts.jsonl(1): ", "its strategy 'lsg' is not one of the plan's: orb");
    }

    [Fact]
    public void A_risk_below_half_a_cent_is_written_as_the_least_the_file_can_say()
    {
        var directory = MadeRun.Write(_runs["tiny"], [MadeRun.Trade(1, 1) with { Risk = 0.001 }]);
        Assert.Equal(0.01, Assert.Single(RunTrades.Read(directory)).Risk);
    }

    private string Made(Func<string, string>? change = null) => MadeRun.Write(
        _runs["made"], [MadeRun.Trade(1, 1.5), MadeRun.Trade(2, -1, 10), MadeRun.Trade(3, 1.5, 20), MadeRun.Trade(4, -1, 30)], [MadeRun.Refused(1), MadeRun.Refused(2), MadeRun.Refused(3, "spread")], change: change);

    private static void Edit(string directory, string name, Func<string, string> edit)
    {
        var path = Path.Combine(directory, name);
        var text = File.ReadAllText(path);
        var edited = edit(text);
        Assert.NotEqual(text, edited);
        File.WriteAllText(path, edited);
    }

    private static void Refused(string directory, string id, params string[] parts)
    {
        var error = Assert.Throws<AxflException>(() => ReportRuns.Report(directory, ReportBars.None));
        Assert.Equal((id, ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(directory, "report.html")));
    }
}
