using Axfl.Contracts;
using Axfl.Providers.Common.History;
using Axfl.Providers.Saving;

namespace Axfl.Providers.Tests.Saving;

public sealed class CoverageTests
{
    private const long Day = EventTime.Day;
    private const long Friday = 1_772_229_600_000; // 2026-02-27T22:00:00Z, the close.
    private const long Sunday = Friday + 2 * Day; // The opening.

    [Fact]
    public void What_is_missing_lies_before_between_and_after_the_ranges()
    {
        var coverage = new Coverage();
        coverage.Add(Sunday + 20, Sunday + 30);
        coverage.Add(Sunday + 5, Sunday + 10);
        coverage.Add(Sunday + 8, Sunday + 12);
        Assert.Equal([(Sunday, Sunday + 5), (Sunday + 12, Sunday + 20), (Sunday + 30, Sunday + 40)], coverage.Missing(Sunday, Sunday + 40));
        Assert.Empty(coverage.Missing(Sunday + 6, Sunday + 11));
        Assert.Equal([(Sunday + 40, Sunday + 50)], coverage.Missing(Sunday + 40, Sunday + 50));
    }

    [Fact]
    public void The_closed_weekend_is_never_missing_alone()
    {
        var coverage = new Coverage();
        coverage.Add(Friday - Day, Friday);
        Assert.Empty(coverage.Missing(Friday - Day, Sunday));
        Assert.Equal([(Friday, Sunday + 1)], coverage.Missing(Friday - Day, Sunday + 1));
    }

    [Fact]
    public void Bars_more_than_a_week_apart_are_two_ranges()
    {
        var coverage = new Coverage();
        coverage.Add([.. new[] { 0, 7 * Day, 15 * Day }.Select(t => new SidedBar(new Bar(Sunday + t, 1, 1, 1, 1)))], 300_000);
        Assert.Equal([(Sunday + 7 * Day + 300_000, Sunday + 15 * Day)], coverage.Missing(Sunday, Sunday + 15 * Day + 300_000));
    }
}
