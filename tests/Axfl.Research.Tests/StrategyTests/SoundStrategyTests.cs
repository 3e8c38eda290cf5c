using Axfl.Contracts;

namespace Axfl.Research.Tests.StrategyTests;

/// <summary>Of strategies that know their bars alone, nothing is claimed.</summary>
public class SoundStrategyTests
{
    /// <summary>Environment variable with bars files of real prices, <c>SYMBOL=path</c> separated by semicolons.</summary>
    private const string RealBars = "AXFL_REAL_BARS";

    public static TheoryData<string> Sound => ["lsg", "orb", "arls", "inside_bar"];

    [Theory]
    [MemberData(nameof(Sound))]
    public void Nothing_is_claimed_of_the_strategies_of_the_product_and_of_the_examples(string strategy) => Holds(StrategyTestRun.Of(strategy));

    [Theory]
    [MemberData(nameof(Sound))]
    public void Nothing_is_claimed_of_them_on_real_bars(string strategy)
    {
        var files = Environment.GetEnvironmentVariable(RealBars);
        Assert.SkipWhen(string.IsNullOrEmpty(files), $"{RealBars} is not set");
        foreach (var file in files!.Split(';'))
        {
            var request = StrategyTestRun.Request(strategy);
            Holds(StrategyTestRun.Of(request with { Symbol = file[..file.IndexOf('=', StringComparison.Ordinal)], Run = request.Run with { Source = null, DataPath = [file], Since = null, Until = null } }));
        }
    }

    private static void Holds(StrategyReport report)
    {
        Assert.True(report.Actions > 0);
        Assert.Empty(report.Differences);
        Assert.Empty(report.Warnings);
        Assert.True(report.Ok);
        Assert.Equal(["look-ahead", "shared state", "determinism", "outside knowledge", "warm-up", "gaps", "cost"], report.Checks.Select(c => c.Name));
        Assert.NotEmpty(report.CannotSee);
        Assert.True(report.NanosecondsPerBar > 0);
        Assert.True(report.BytesPerBar >= 0);
    }
}
