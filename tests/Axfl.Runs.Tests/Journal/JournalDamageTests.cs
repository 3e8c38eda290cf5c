using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Journal;

public sealed class JournalDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _whole;

    public JournalDamageTests()
    {
        var ticks = MadeTicks.Of(3, 600, 2);
        using (var live = DirectLive.Begin(_folder.Path, "a", ticks))
        {
            foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
            live.Finish();
        }

        _path = new JournalFiles(Run).Segment(1);
        _whole = File.ReadAllBytes(_path);
    }

    private string Run => Path.Combine(_folder.Path, "runs", "a");

    [Fact]
    public void Cut_at_any_of_its_last_2000_bytes_it_gives_every_whole_line_and_no_other()
    {
        for (var length = _whole.Length - 2000; length <= _whole.Length; length++)
        {
            var (lines, torn) = Read(_whole[..length]);
            var end = Array.LastIndexOf(_whole, (byte)'\n', length - 1) + 1;
            Assert.Equal((_whole.AsSpan(0, length).Count((byte)'\n'), (long)(length - end)), (lines, torn));
        }
    }

    [Fact]
    public void A_changed_byte_at_any_of_500_places_is_refused_with_its_line()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var bytes = (byte[])_whole.Clone();
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            var error = Assert.Throws<AxflException>(() => Read(bytes));
            Assert.Equal(("JournalBroken", _whole.AsSpan(0, at).Count((byte)'\n') + 1L), (error.ErrorId, error.Line));
        }
    }

    [Fact]
    public void A_line_longer_than_any_that_is_written_is_refused_before_it_fills_the_memory()
    {
        var error = Assert.Throws<AxflException>(() => Read([.. _whole, .. Enumerable.Repeat((byte)'x', 20 << 20)]));
        Assert.Equal(("JournalBroken", _whole.AsSpan().Count((byte)'\n') + 1L), (error.ErrorId, error.Line));
    }

    [Fact]
    public void The_journal_of_another_run_is_refused_by_both_names()
    {
        File.WriteAllText(Path.Combine(Run, "now.json"), """{"status":{"mode":"ws","run":"b"},"written_at":"2026-01-05T00:00:00Z","pid":1,"state":"running"}""");
        var error = Assert.Throws<AxflException>(() => new JournalFolding(Run, withProof: false));
        Assert.Equal("JournalOfAnotherRun", error.ErrorId);
        Assert.Contains("the run 'a'", error.Message, StringComparison.Ordinal);
        Assert.Contains("the run 'b'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tail_of_zeros_is_a_torn_line()
    {
        var (lines, torn) = Read([.. _whole, .. new byte[512]]);
        Assert.Equal((_whole.AsSpan().Count((byte)'\n'), 512), (lines, torn));
    }

    [Fact]
    public void A_line_that_is_missing_is_found_where_it_was()
    {
        var second = Array.IndexOf(_whole, (byte)'\n') + 1;
        var third = Array.IndexOf(_whole, (byte)'\n', second) + 1;
        Assert.Equal(2, Assert.Throws<AxflException>(() => Read([.. _whole[..second], .. _whole[third..]])).Line);
    }

    [Fact]
    public void A_torn_journal_is_checked_as_whole_up_to_its_tear_and_says_so()
    {
        File.WriteAllBytes(_path, _whole[..^20]);
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.True(report.TornBytes > 0);
        Assert.False(report.Ended);
    }

    [Fact]
    public void A_whole_journal_proves_that_its_results_follow_from_its_inputs()
    {
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.True(report.Ended);
        Assert.Equal(report.Kinds["trade"], report.Trades);
        Assert.Equal(600, report.Kinds["tick"]);
        Assert.Contains(report.Proves, p => p.Contains("folded again", StringComparison.Ordinal));
        Assert.NotEmpty(report.CannotProve);
    }

    [Fact]
    public void A_broken_line_is_named_by_the_check()
    {
        var bytes = (byte[])_whole.Clone();
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_path, bytes);
        var report = Check();
        Assert.False(report.Ok);
        Assert.Equal(_whole.AsSpan(0, bytes.Length / 2).Count((byte)'\n') + 1, report.BrokenLine);
        Assert.Contains($"line {report.BrokenLine} of the journal", report.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_that_was_changed_in_the_csv_is_found()
    {
        var trades = Path.Combine(_folder.Path, "runs", "a", RunFiles.Trades);
        File.WriteAllText(trades, File.ReadAllText(trades).Replace(",SL,", ",TP,", StringComparison.Ordinal));
        var report = Check();
        Assert.False(report.Ok);
        Assert.Contains("trades.csv", report.Problem, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private JournalReport Check() => new JournalCheck(
        Run, [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")]).Run(null, CancellationToken.None);

    private (int Lines, long Torn) Read(byte[] bytes)
    {
        var copy = _folder["copy.jsonl"];
        File.WriteAllBytes(copy, bytes);
        using var reader = new JournalReader(copy);
        while (reader.Read(out _))
        {
            // Each line is held against the chain.
        }

        return ((int)reader.Chain.Lines, reader.TornBytes);
    }
}
