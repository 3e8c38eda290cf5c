using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Runs.Fold;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Fold;

public class SessionEndTests
{
    [Theory]
    [InlineData("2026-01-13T06:50:00Z", "2026-01-13T15:00:00Z")]
    [InlineData("2026-01-13T08:00:00Z", "2026-01-13T15:00:00Z")]
    [InlineData("2026-01-13T11:00:00Z", "2026-01-13T15:00:00Z")]
    [InlineData("2026-01-13T14:59:59Z", "2026-01-13T15:00:00Z")]
    [InlineData("2026-01-13T15:00:00Z", "2026-01-14T15:00:00Z")]
    [InlineData("2026-01-16T20:00:00Z", null)]
    public void It_is_the_end_of_the_last_window_of_the_day_of_the_next_session(string now, string? expected) =>
        Assert.Equal(expected, SessionEnd.Find(Plan(("07:00", "10:00"), ("12:30", "15:00")), At(now)) is { } end ? EventTime.ToIso(end) : null);

    [Fact]
    public void A_window_across_midnight_ends_on_the_next_day() =>
        Assert.Equal(At("2026-01-14T02:00:00Z"), SessionEnd.Find(Plan(("22:00", "02:00")), At("2026-01-13T21:00:00Z")));

    private static long At(string time) => EventTime.TryParseIso(time, out var at) ? at : throw new FormatException(time);

    private static EnginePlan Plan(params (string Start, string End)[] windows)
    {
        var strategy = StrategyCatalogue.BuiltIn[0];
        var slot = new SlotPlan(strategy.Name, strategy, strategy.Parameters.ToDictionary(p => p.Name, p => p.Default),
            [.. windows.Select(w => new SessionWindow(Minutes(w.Start), Minutes(w.End), TimeZoneInfo.Utc, DaysOfWeek.Weekdays, new HashSet<int>()))], null);
        return new EnginePlan
        {
            Since = 0, Interval = new Interval(5), Strategies = [strategy.Name],
            Symbols = [new SymbolPlan(FeedHarness.EurUsd, 0.6, [slot])],
        };
    }

    private static TimeOfDay Minutes(string text) => new(int.Parse(text[..2], null) * 60 + int.Parse(text[3..], null));
}
