using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class JournalCommandTests
{
    private static readonly JournalReport Whole = new()
    {
        Run = "run-1", Path = "/runs/run-1/journal.jsonl", Ok = true, Lines = 1234, Ended = true, LastHash = "beef", First = Samples.Monday,
        Last = Samples.Monday.AddHours(2), Kinds = new Dictionary<string, long> { ["tick"] = 1200, ["bar"] = 34 }, Trades = 3, LedgerHash = "abc123",
        Proves = ["No line was changed."], CannotProve = ["That the clock was right."],
    };

    [Fact]
    public async Task A_journal_that_holds_is_shown_with_what_it_proves()
    {
        using var test = new CommandTest(new FakeRuntime { Journal = Whole });
        Assert.Equal(0, await test.Run("journal", "check", "run-1", "--out", "o"));
        Assert.Equal(("run-1", Path.Combine(CommandTest.Directory, "o")), (test.Runtime.RunAsked, test.Runtime.OutputAsked));
        Assert.Matches(@"valid +yes\n", test.Out);
        Assert.Matches(@"lines +1,234 verified\n", test.Out);
        Assert.Matches(@"time +2026-01-12 07:05 to 2026-01-12 09:05 UTC\n", test.Out);
        Assert.Matches(@"ended +properly\n", test.Out);
        Assert.Matches(@"truncated +no\nlast hash +beef\ntrades +3\nledger +abc123\n", test.Out);
        Assert.Matches(@"bar +34\ntick +1,200\n", test.Out);
        Assert.Contains("proves:\n  No line was changed.\ncannot prove:\n  That the clock was right.\n", test.Out, StringComparison.Ordinal);
        Assert.Equal("", test.Error);
    }

    [Fact]
    public async Task Strategies_of_the_users_own_are_handed_on()
    {
        using var test = new CommandTest(new FakeRuntime { Journal = Whole });
        Assert.Equal(0, await test.Run("journal", "check", "run-1", "--strategy-assembly", "mine.dll", "--strategy-assembly", "yours.dll"));
        Assert.Equal(Path.Combine(CommandTest.Directory, "logs", "runs", "run-1"), test.Runtime.JournalAsked!.RunDirectory);
        Assert.Equal(new[] { "mine.dll", "yours.dll" }.Select(f => Path.Combine(CommandTest.Directory, f)), test.Runtime.JournalAsked.StrategyAssemblies);
    }

    [Fact]
    public async Task A_broken_line_is_named_and_the_code_is_3()
    {
        var broken = Whole with { Ok = false, BrokenLine = 17, Problem = "its hash is not that of its text", Ended = false, TornBytes = 40 };
        using var test = new CommandTest(new FakeRuntime { Journal = broken });
        Assert.Equal(3, await test.Run("journal", "check"));
        Assert.Matches(@"valid +no: line 17\nproblem +its hash is not that of its text\n", test.Out);
        Assert.Matches(@"ended +no: killed, or still running\n", test.Out);
        Assert.Matches(@"truncated +yes: 40 bytes of an incomplete last line", test.Out);
        Assert.Equal("error: /runs/run-1/journal.jsonl(17): its hash is not that of its text\n", test.Error);
    }

    [Fact]
    public async Task A_journal_whose_inputs_give_other_results_has_no_broken_line()
    {
        using var test = new CommandTest(new FakeRuntime { Journal = Whole with { Ok = false, Problem = "the trades differ" } });
        Assert.Equal(3, await test.Run("journal", "check"));
        Assert.Equal("error: /runs/run-1/journal.jsonl: the trades differ\n", test.Error);
    }
}
