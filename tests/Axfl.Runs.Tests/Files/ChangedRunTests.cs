using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>Files of a run that something else changes while it is under way or after it: never a good end, never fewer trades in silence.</summary>
public sealed class ChangedRunTests : IDisposable
{
    private readonly TemporaryFolder _output = new();

    public void Dispose() => _output.Dispose();

    [Theory]
    [InlineData("trades.csv", "removed")]
    [InlineData("trades.csv", "emptied")]
    [InlineData("decisions.jsonl", "removed")]
    [InlineData("plan.yaml", "removed")]
    [InlineData("portfolio_live_202507.jsonl", "removed")]
    public async Task A_file_that_is_changed_during_the_run_ends_it_with_an_error_that_names_it(string name, string how)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var run = new AxflRuntime().Start(Request("changed") with { Set = ["status_every_bars=1"], Speed = 1e9 }, CancellationToken.None);
        var path = Path.Combine(run.Directory, name);
        var done = false;
        var error = await Assert.ThrowsAsync<AxflException>(async () =>
        {
            await foreach (var item in run.Events)
            {
                if (done || item is not StatusEvent || !File.Exists(path) || new FileInfo(path).Length == 0) continue;
                done = true;
                if (how == "removed") File.Delete(path);
                else File.WriteAllBytes(path, []);
            }

            await run.Completion;
        });
        Assert.Equal(("RunFileChanged", ErrorKind.Output, path), (error.ErrorId, error.Kind, error.Target));
        Assert.Equal(RunStates.Failed, SummaryFiles.Read(run.Directory).State);
    }

    [Fact]
    public async Task A_trade_that_was_removed_afterwards_is_missed()
    {
        var directory = await Ended("short");
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Where((_, i) => i != 5));
        var read = new List<Trade>();
        var error = Assert.Throws<AxflException>(() => read.AddRange(RunTrades.Read(directory)));
        Assert.Equal("TradesFileIncomplete", error.ErrorId);
        Assert.Contains($"has {lines.Length - 2} trades, and the run ended with {lines.Length - 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_that_were_emptied_afterwards_are_missed()
    {
        var directory = await Ended("empty");
        File.WriteAllBytes(Path.Combine(directory, RunFiles.Trades), []);
        Assert.Equal("TradesFileIncomplete", Assert.Throws<AxflException>(() => RunTrades.Read(directory).ToList()).ErrorId);
    }

    [Theory]
    [InlineData("removed", "decisions.jsonl is missing, so it has 0 decisions, and the run ended with ")]
    [InlineData("emptied", "has 0 decisions, and the run ended with ")]
    [InlineData("shortened", " decisions, and the run ended with ")]
    public async Task Decisions_that_were_lost_afterwards_are_missed(string how, string why)
    {
        var directory = await Ended("lost");
        var path = Path.Combine(directory, RunFiles.Decisions);
        var lines = File.ReadAllLines(path);
        if (how == "removed") File.Delete(path);
        else File.WriteAllLines(path, how == "emptied" ? [] : lines[..^1]);
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().ReadDecisions(directory).ToList());
        Assert.Equal(("DecisionsFileIncomplete", ErrorKind.Data, path), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains(why + lines.Length, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_that_were_removed_afterwards_are_missed()
    {
        var directory = await Ended("gone");
        var trades = RunTrades.Read(directory).Count();
        File.Delete(Path.Combine(directory, RunFiles.Trades));
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().ReadTrades(directory).ToList());
        Assert.Equal("TradesFileIncomplete", error.ErrorId);
        Assert.Contains($"has 0 trades, and the run ended with {trades}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_with_an_edited_R_are_not_those_of_the_summary()
    {
        var directory = await Ended("edited");
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var fields = lines[1].Split(',');
        fields[12] = "50.0000";
        lines[1] = string.Join(',', fields);
        File.WriteAllLines(path, lines);
        Assert.Equal("TradesFileDiffers", Assert.Throws<AxflException>(() => RunTrades.Read(directory).ToList()).ErrorId);
    }

    [Theory]
    [InlineData("side")]
    [InlineData("exit")]
    [InlineData("order")]
    [InlineData("hash")]
    public async Task Trades_that_come_to_the_same_are_held_against_the_ledger_hash(string how)
    {
        var directory = await Ended("ledger");
        Change(directory, how);
        var path = Path.Combine(directory, RunFiles.Trades);
        var runtime = new AxflRuntime();
        foreach (var read in new Action[] { () => _ = RunTrades.Read(directory).Count(), () => runtime.ReadSummary(directory), () => runtime.Compare(new CompareRequest(directory, directory), default) })
        {
            var error = Assert.Throws<AxflException>(read);
            Assert.Equal(("TradesFileDiffers", ErrorKind.Data, path), (error.ErrorId, error.Kind, error.Target));
            Assert.Contains("another ledger hash", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("Restore them from a copy, or run again.", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("r", "has R of ")]
    [InlineData("pnl", "has PnL of ")]
    [InlineData("total_r", "has R of ")]
    public async Task Runs_are_not_compared_when_the_trades_of_one_are_not_those_of_its_summary(string what, string why)
    {
        var whole = await Ended("whole");
        var other = await Ended("other");
        Change(other, what);
        var runtime = new AxflRuntime();
        foreach (var (left, right) in new[] { (whole, other), (other, whole) })
        {
            var error = Assert.Throws<AxflException>(() => runtime.Compare(new CompareRequest(left, right), default));
            Assert.Equal(("TradesFileDiffers", Path.Combine(other, RunFiles.Trades)), (error.ErrorId, error.Target));
            Assert.Contains(why, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Runs_are_not_compared_when_the_decisions_of_one_are_not_those_of_its_summary()
    {
        var directory = await Ended("decisions");
        var path = Path.Combine(directory, RunFiles.Decisions);
        File.WriteAllLines(path, File.ReadAllLines(path)[..^1]);
        Assert.Equal("DecisionsFileIncomplete", Assert.Throws<AxflException>(() => new AxflRuntime().Compare(new CompareRequest(directory, directory), default)).ErrorId);
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("emptied")]
    [InlineData("cut")]
    public async Task The_last_statuses_of_a_run_that_ended_are_missed(string how)
    {
        var directory = await Ended("statuses");
        var path = Directory.GetFiles(directory, RunFiles.StatusPattern).Order(StringComparer.Ordinal).Last();
        var lines = File.ReadAllLines(path);
        if (how == "removed") File.Delete(path);
        else File.WriteAllLines(path, how == "emptied" ? [] : lines[..1]);
        var runtime = new AxflRuntime();
        foreach (var read in new Action[] { () => runtime.ReadStatus(directory), () => _ = runtime.ReadStatuses(directory).Count() })
        {
            var error = Assert.Throws<AxflException>(read);
            Assert.Equal(("StatusesIncomplete", ErrorKind.Data, directory), (error.ErrorId, error.Kind, error.Target));
            Assert.Contains("statuses of the run are missing", error.Message, StringComparison.Ordinal);
            Assert.Contains("summary.json holds its totals. Restore portfolio_live_*.jsonl from a copy, or run again.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_without_trades_reads_without_a_complaint()
    {
        var directory = await Ended("none", hours: 2);
        Assert.Empty(RunTrades.Read(directory));
        Assert.Equal(0, new AxflRuntime().ReadSummary(directory).Metrics.Trades);
        Assert.Equal(0, new AxflRuntime().ReadStatus(directory).Total.Trades);
    }

    [Fact]
    public async Task A_whole_run_reads_without_a_complaint()
    {
        var directory = await Ended("whole");
        Assert.Equal(SummaryFiles.Read(directory).Decisions.Values.Sum(), RunDecisions.Read(directory).Count());
        Assert.Equal(SummaryFiles.Read(directory).Metrics.Trades, RunTrades.Read(directory).Count());
    }

    [Theory]
    [InlineData(",long,", ",sideways,", "its side 'sideways' is neither long nor short")]
    [InlineData(",SL,", ",NaN,", "its reason 'NaN' is not one of HALT, NEWS, FLAT, EXIT, TIME, SL, TP, END")]
    [InlineData(",SL,-1.", ",SL,NaN,-1.", "fields of 23")]
    public async Task A_trade_with_a_value_that_none_has_is_refused_with_its_line(string from, string to, string why)
    {
        var directory = await Ended("wrong");
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var at = Array.FindIndex(lines, l => l.Contains(from, StringComparison.Ordinal));
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
        var error = Assert.Throws<AxflException>(() => RunTrades.Read(directory).ToList());
        Assert.Equal("TradesFileInvalid", error.ErrorId);
        Assert.Contains($"trades.csv({at + 1})", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_beyond_all_numbers_is_no_decision()
    {
        var path = _output.File("decisions.jsonl", """
            {"time":"2025-07-07T07:00:00Z","symbol":"EURUSD","strategy":"orb","stage":"place","result":"accepted","side":"long","type":"stop","price":1e400,"stop_loss":1.1,"target":null,"detail":""}

            """);
        Assert.Equal("DecisionsFileInvalid", Assert.Throws<AxflException>(() => DecisionsFile.Read(path).ToList()).ErrorId);
    }

    [Theory]
    [InlineData("place", "banana", "its stage 'banana' is none of place, fill and cancel")]
    [InlineData("long", "up", "its side 'up' is neither long nor short")]
    [InlineData("stop", "maybe", "its type 'maybe' is none of market, stop and limit")]
    public void A_decision_with_a_word_that_none_has_is_refused_with_its_line(string from, string to, string why)
    {
        const string line = """{"time":"2025-07-07T07:00:00Z","symbol":"EURUSD","strategy":"orb","stage":"place","result":"accepted","side":"long","type":"stop","price":1.2,"stop_loss":1.1,"target":null,"detail":""}""";
        var path = _output.File("decisions.jsonl", line + "\n" + line.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal) + "\n");
        var error = Assert.Throws<AxflException>(() => DecisionsFile.Read(path).ToList());
        Assert.Equal(("DecisionsFileInvalid", $"{path}(2): not a decision: {why}"), (error.ErrorId, error.Message));
    }

    [Theory]
    [InlineData(4, "0", "its units are not above 0")]
    [InlineData(6, "-1.1", "a price is not above 0")]
    [InlineData(10, "0", "a price is not above 0")]
    [InlineData(15, "-1", "a count is below 0")]
    [InlineData(22, "0.00", "its risk is not above 0")]
    [InlineData(22, "-5", "its risk is not above 0")]
    public async Task A_trade_with_a_number_that_no_run_writes_is_refused(int field, string value, string why)
    {
        var directory = await Ended("impossible");
        var path = Path.Combine(directory, RunFiles.Trades);
        var lines = File.ReadAllLines(path);
        var fields = lines[1].Split(',');
        fields[field] = value;
        lines[1] = string.Join(',', fields);
        File.WriteAllLines(path, lines);
        var error = Assert.Throws<AxflException>(() => RunTrades.Read(directory).ToList());
        Assert.Equal(("TradesFileInvalid", $"{path}(2): not a trade: {why}"), (error.ErrorId, error.Message));
    }

    [Theory]
    [InlineData("\"trades\": ", "\"trades\": -", "is not a count")]
    [InlineData("\"state\": \"ended\"", "\"state\": \"banana\"", "a run does not end in the state 'banana'")]
    public async Task A_summary_with_a_value_that_none_has_is_damaged(string from, string to, string why)
    {
        var directory = await Ended("counted");
        var path = Path.Combine(directory, RunFiles.Summary);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        var error = Assert.Throws<AxflException>(() => SummaryFiles.Read(directory));
        Assert.Equal("SummaryInvalid", error.ErrorId);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_whose_result_is_no_number_is_not_measured()
    {
        var trade = SampleRecords.Trade().ToTrade() with { R = double.NaN };
        Assert.Equal("TradeInvalid", Assert.Throws<AxflException>(() => new AxflRuntime().Measure([trade], 100_000)).ErrorId);
    }

    private static void Change(string directory, string what)
    {
        var (trades, summary) = (Path.Combine(directory, RunFiles.Trades), Path.Combine(directory, RunFiles.Summary));
        if (what is "hash" or "total_r")
        {
            var text = File.ReadAllText(summary);
            var at = text.IndexOf(what == "hash" ? "\"ledger_hash\": \"" : "\"total_r\": ", StringComparison.Ordinal) + (what == "hash" ? 16 : 11);
            File.WriteAllText(summary, what == "hash" ? text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..] : text[..at] + "99" + text[text.IndexOf('.', at)..]);
            return;
        }

        var lines = File.ReadAllLines(trades);
        var fields = lines[1].Split(',');
        if (what == "side") fields[3] = fields[3] == "long" ? "short" : "long";
        else if (what == "exit") fields[10] = fields[6];
        else if (what == "r") fields[12] = "50.0000";
        else if (what == "pnl") fields[13] = "50000.00";
        lines[1] = string.Join(',', fields);
        if (what == "order")
        {
            // Two losses, so that the drawdown stays as it is.
            var at = Enumerable.Range(1, lines.Length - 2).First(i => lines[i].Split(',')[12][0] == '-' && lines[i + 1].Split(',')[12][0] == '-');
            (lines[at], lines[at + 1]) = (lines[at + 1], lines[at]);
        }

        File.WriteAllLines(trades, lines);
    }

    private async Task<string> Ended(string id, int hours = 264)
    {
        var request = Request(id);
        await using var run = new AxflRuntime().Start(request with { Until = request.Since!.Value.AddHours(hours) }, CancellationToken.None);
        await run.ToItsEnd();
        return run.Directory;
    }

    private RunRequest Request(string id) => new()
    {
        Source = "simulated", OutputDirectory = _output.Path, RunId = id, Since = new DateTime(2025, 7, 7, 0, 0, 0, DateTimeKind.Utc),
        Until = new DateTime(2025, 7, 18, 0, 0, 0, DateTimeKind.Utc),
    };
}
