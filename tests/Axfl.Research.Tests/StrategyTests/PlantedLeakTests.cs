using Axfl.Contracts;

namespace Axfl.Research.Tests.StrategyTests;

/// <summary>Strategies that know more than their bars are found, each by the check that is there for it.</summary>
public sealed class PlantedLeakTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-leaks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("centred_mean")]
    [InlineData("shifted_index")]
    [InlineData("day_high")]
    [InlineData("future_file")]
    public void A_column_computed_over_the_whole_file_is_outside_knowledge(string strategy)
    {
        var report = StrategyTestRun.Of(strategy, $"strategies.{strategy}.params.file={StrategyTestRun.WriteFuture(_folder)}");
        Assert.True(report.Actions > 20, $"{report.Actions} actions");
        Assert.Equal("failed", StrategyTestRun.Check(report, "outside knowledge").Result);
        Assert.False(report.Ok);
        var difference = report.Differences.Single(d => d.Check == "outside knowledge");
        Assert.True(difference.Expected == "no action" || difference.Found == "no action" || difference.Field.Length > 0);
        Assert.Contains("files: System.IO.File.ReadAllLines in LeakyStrategies.FutureColumns..ctor", report.Warnings);
    }

    [Fact]
    public void A_static_shared_between_instances_is_shared_state()
    {
        var report = StrategyTestRun.Of("shared_static");
        Assert.Equal("failed", StrategyTestRun.Check(report, "shared state").Result);
        Assert.Equal("two instances fed in turn", report.Differences.Single(d => d.Check == "shared state").Case);
        Assert.Contains("a static that changes: LeakyStrategies.SharedStatic._high in LeakyStrategies.SharedStatic.OnBar", report.Warnings);
    }

    [Fact]
    public void A_cache_that_an_earlier_run_filled_is_look_ahead_with_cut_bar_action_and_both_values()
    {
        var report = StrategyTestRun.Of("static_cache");
        Assert.Equal("failed", StrategyTestRun.Check(report, "look-ahead").Result);
        var difference = report.Differences.Single(d => d.Check == "look-ahead");
        Assert.NotNull(difference.Cut);
        Assert.True(difference.Bar <= difference.Cut);
        Assert.NotEqual(difference.Expected, difference.Found);
        Assert.Contains("bars after the cut: ", difference.Case, StringComparison.Ordinal);
        Assert.Contains("a static that changes: LeakyStrategies.StaticCache.Seen in LeakyStrategies.StaticCache.OnBar", report.Warnings);
    }

    [Fact]
    public void Text_of_numbers_in_the_present_culture_is_not_deterministic()
    {
        var report = StrategyTestRun.Of("outside_calls");
        Assert.Equal("failed", StrategyTestRun.Check(report, "determinism").Result);
        Assert.Equal("under the culture de-DE", report.Differences.Single(d => d.Check == "determinism").Case);
    }

    [Fact]
    public void Clock_random_numbers_environment_culture_and_statics_are_read_from_the_code()
    {
        var report = StrategyTestRun.Of("outside_calls");
        Assert.Equal(
            [
                "a static that changes: LeakyStrategies.OutsideCalls._bars in LeakyStrategies.OutsideCalls.OnBar",
                "clock: System.DateTime.UtcNow in LeakyStrategies.OutsideCalls.OnBar",
                "environment: System.Environment.GetEnvironmentVariable in LeakyStrategies.OutsideCalls.OnBar",
                "environment: System.Globalization.CultureInfo.CurrentCulture in LeakyStrategies.OutsideCalls.OnBar",
                "random numbers: System.Random..ctor in LeakyStrategies.OutsideCalls..ctor",
                "random numbers: System.Random.NextDouble in LeakyStrategies.OutsideCalls.OnBar",
            ],
            report.Warnings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_bar_that_leaves_no_finite_price_fails_gaps()
    {
        var report = StrategyTestRun.Of("week_memory");
        var check = StrategyTestRun.Check(report, "gaps");
        Assert.Equal("failed", check.Result);
        Assert.Contains("a price that is not finite", check.Detail, StringComparison.Ordinal);
        Assert.Equal(nameof(EntryOrder.StopLoss), report.Differences.Single(d => d.Check == "gaps").Field);
    }

    [Fact]
    public void Round_numbers_that_are_declared_are_information()
    {
        var report = StrategyTestRun.Of("round_numbers");
        Assert.Equal("information", StrategyTestRun.Check(report, "outside knowledge").Result);
        Assert.True(report.Ok);
    }
}
