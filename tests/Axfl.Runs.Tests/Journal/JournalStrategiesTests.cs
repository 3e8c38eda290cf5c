using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Tests.Parity;
using Axfl.Runtime;

namespace Axfl.Runs.Tests.Journal;

/// <summary>A journal of a run with a strategy of the user's own, checked through the port.</summary>
public sealed class JournalStrategiesTests : IDisposable
{
    private readonly ParityRuns _runs = new();

    public JournalStrategiesTests() => _runs.Live("a", ticks: 600);

    [Fact]
    public void With_the_strategy_the_run_is_folded_again() => IsFolded(Check(new JournalCheckRequest(_runs["a"]) { Strategies = ParityRuns.Churn }));

    [Fact]
    public void With_the_assembly_of_the_strategy_too() =>
        IsFolded(Check(new JournalCheckRequest(_runs["a"]) { StrategyAssemblies = [typeof(ChurnStrategy).Assembly.Location] }));

    [Fact]
    public void Without_it_the_lines_are_checked_and_the_report_says_why_results_were_not_folded_again()
    {
        var report = Check(new JournalCheckRequest(_runs["a"]));
        Assert.True(report.Ok, report.Problem);
        Assert.Equal((600, 0, ""), (report.Kinds["tick"], report.Trades, report.LedgerHash));
        Assert.DoesNotContain(report.Proves, p => p.Contains("folded", StringComparison.Ordinal));
        var limit = Assert.Single(report.CannotProve, p => p.Contains("not folded again", StringComparison.Ordinal));
        Assert.Contains("'churn'", limit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_fails_now_is_named_and_no_line_is_blamed()
    {
        var failing = ParityRuns.Churn[0] with { Create = _ => new Failing() };
        var report = Check(new JournalCheckRequest(_runs["a"]) { Strategies = [failing] });
        Assert.Equal((false, null, "Strategy 'churn' failed."), (report.Ok, report.BrokenLine, report.Problem));
        Assert.Equal(["Every line before that is as it was written."], report.Proves);
    }

    public void Dispose() => _runs.Dispose();

    private static JournalReport Check(JournalCheckRequest request) => new AxflRuntime().CheckJournal(request, null, CancellationToken.None);

    private static void IsFolded(JournalReport report)
    {
        Assert.True(report.Ok, report.Problem);
        Assert.True(report.Trades > 0);
        Assert.NotEqual("", report.LedgerHash);
        Assert.Contains(report.Proves, p => p.Contains("folded again", StringComparison.Ordinal));
        Assert.DoesNotContain(report.CannotProve, p => p.Contains("not folded", StringComparison.Ordinal));
    }

    private sealed class Failing : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => throw new AxflException("StrategyScriptFailed", ErrorKind.Configuration, "Strategy 'churn' failed.");
    }
}
