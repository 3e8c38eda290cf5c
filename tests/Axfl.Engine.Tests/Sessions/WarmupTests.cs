using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

public class WarmupTests
{
    [Theory]
    [InlineData("2026-01-12T00:00:00Z", 1, "2026-01-09T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 3, "2026-01-09T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 1, "2026-01-13T00:00:00Z")]
    [InlineData("2026-01-18T12:00:00Z", 1, "2026-01-16T00:00:00Z")]
    [InlineData("2026-01-17T12:00:00Z", 5, "2026-01-12T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 20, "2025-12-17T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 0, "2026-01-14T12:00:00Z")]
    public void It_counts_weekdays_back_from_the_date_of_the_start(string since, int days, string start) =>
        Assert.Equal(EngineHarness.At(start), Warmup.Start(EngineHarness.At(since), days));
}
