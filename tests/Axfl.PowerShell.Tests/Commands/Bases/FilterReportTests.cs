using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Tests.Commands.Bases;

public class FilterReportTests
{
    [Fact]
    public void A_name_that_no_row_has_is_a_warning_that_names_those_there_are()
    {
        var report = Of(["EURSUD"], ["orb"]);
        Row(report, "EURUSD", "orb", taken: false);
        Row(report, "GBPUSD", "orb", taken: false);
        Assert.Equal(["Run 'r' has no trades with -Symbol 'EURSUD'; it has EURUSD, GBPUSD. Did you mean 'EURUSD'?"], report.Warnings);
        Assert.Null(report.Detail);
    }

    [Fact]
    public void Each_of_several_names_is_looked_for_and_case_does_not_matter()
    {
        var report = Of(["eurusd", "AUDNZD"], ["ORB", "mine"]);
        Row(report, "EURUSD", "orb", taken: true);
        Assert.Equal(["-Symbol 'AUDNZD'", "-Strategy 'mine'"], report.Warnings.Select(w => w[(w.IndexOf("with ", StringComparison.Ordinal) + 5)..w.IndexOf(';', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_pattern_that_matches_nothing_is_no_warning_and_a_detail()
    {
        var report = Of(["AUD*"], ["o*", "l*"]);
        Row(report, "EURUSD", "orb", taken: false);
        Assert.Empty(report.Warnings);
        Assert.Equal("None of the 1 trades of run 'r' matches -Symbol AUD* and -Strategy o*, l*.", report.Detail);
    }

    [Fact]
    public void Names_that_rows_have_but_none_together_are_a_detail()
    {
        var report = Of(["EURUSD"], ["lsg"]);
        Row(report, "EURUSD", "orb", taken: false);
        Row(report, "GBPUSD", "lsg", taken: false);
        Assert.Empty(report.Warnings);
        Assert.Equal("None of the 2 trades of run 'r' matches -Symbol EURUSD and -Strategy lsg.", report.Detail);
    }

    [Fact]
    public void A_run_without_rows_says_so_in_detail_alone()
    {
        var report = Of(["EURUSD"], []);
        Assert.Empty(report.Warnings);
        Assert.Equal("Run 'r' has no trades.", report.Detail);
    }

    [Fact]
    public void A_known_value_that_did_not_occur_is_a_detail_and_an_unknown_one_a_warning()
    {
        var report = new FilterReport("r", "decisions");
        report.Add("-Result", ["max_spread", "max_spraed"], HasWildcards, known: ["max_spread", "filled"]);
        report.Count(false, ("-Result", "filled"));
        Assert.Equal(["Run 'r' has no decisions with -Result 'max_spraed'; it has filled."], report.Warnings);
        report = new FilterReport("r", "decisions");
        report.Add("-Result", ["max_spread"], HasWildcards, known: ["max_spread", "filled"]);
        report.Count(false, ("-Result", "filled"));
        Assert.Empty(report.Warnings);
        Assert.Equal("None of the 1 decisions of run 'r' matches -Result max_spread.", report.Detail);
    }

    [Fact]
    public void What_comes_out_needs_no_word()
    {
        var report = Of(["EURUSD"], []);
        Row(report, "EURUSD", "orb", taken: true);
        Assert.Empty(report.Warnings);
        Assert.Null(report.Detail);
    }

    private static FilterReport Of(string[] symbols, string[] strategies)
    {
        var report = new FilterReport("r", "trades");
        report.Add("-Symbol", symbols, HasWildcards);
        report.Add("-Strategy", strategies, HasWildcards);
        return report;
    }

    private static void Row(FilterReport report, string symbol, string strategy, bool taken) => report.Count(taken, ("-Symbol", symbol), ("-Strategy", strategy));

    private static bool HasWildcards(string text) => text.Contains('*', StringComparison.Ordinal);
}
