using Axfl.Contracts;
using Axfl.Research.Sweeps;
using Axfl.Research.WalkForward;

namespace Axfl.Research.Tests.WalkForward;

/// <summary>Where windows begin and end.</summary>
public class WindowPeriodTests
{
    private static readonly DateTime Since = Day(2015, 1, 1);

    [Fact]
    public void Windows_train_right_before_their_test_and_follow_each_other_by_calendar_months()
    {
        var windows = WindowPeriod.Of(Windows("12mo", "3mo"), Since, Day(2017, 1, 1), out var leftOut);
        Assert.Equal(
            [
                new(1, Day(2015, 1, 1), Day(2016, 1, 1), Day(2016, 4, 1)), new(2, Day(2015, 4, 1), Day(2016, 4, 1), Day(2016, 7, 1)),
                new(3, Day(2015, 7, 1), Day(2016, 7, 1), Day(2016, 10, 1)), new(4, Day(2015, 10, 1), Day(2016, 10, 1), Day(2017, 1, 1)),
            ],
            windows);
        Assert.Null(leftOut);
    }

    [Fact]
    public void Anchored_windows_train_from_the_start() =>
        Assert.All(WindowPeriod.Of(Windows("6mo", "1mo", anchored: true), Since, Day(2016, 1, 1), out _), w => Assert.Equal(Since, w.TrainSince));

    [Fact]
    public void A_step_longer_than_the_test_leaves_days_between_tests_out()
    {
        var windows = WindowPeriod.Of(Windows("1y", "1mo", "2mo"), Since, Day(2016, 6, 1), out _);
        Assert.Equal([Day(2016, 1, 1), Day(2016, 3, 1), Day(2016, 5, 1)], windows.Select(w => w.TestSince));
    }

    [Fact]
    public void A_window_that_does_not_fit_before_the_end_is_left_out_and_said()
    {
        var windows = WindowPeriod.Of(Windows("12mo", "3mo"), Since, Day(2016, 6, 30), out var leftOut);
        Assert.Single(windows);
        Assert.Equal("2016-04-01 to 2016-06-30 is not tested: a window of 3mo does not fit before the end.", leftOut);
    }

    [Fact]
    public void Months_are_counted_from_the_first_test_and_do_not_wander()
    {
        var windows = WindowPeriod.Of(Windows("1mo", "1mo"), Day(2015, 12, 31), Day(2016, 6, 1), out _);
        Assert.Equal([Day(2016, 1, 31), Day(2016, 2, 29), Day(2016, 3, 31), Day(2016, 4, 30)], windows.Select(w => w.TestSince));
    }

    [Fact]
    public void Days_and_weeks_are_exact()
    {
        var windows = WindowPeriod.Of(Windows("2w", "5d", "1w"), Since, Day(2015, 2, 1), out _);
        Assert.Equal([(Day(2015, 1, 15), Day(2015, 1, 20)), (Day(2015, 1, 22), Day(2015, 1, 27))], windows.Select(w => (w.TestSince, w.TestUntil)));
    }

    [Fact]
    public void A_period_in_which_none_fits_is_an_error() =>
        Assert.Equal("WalkForwardTooShort", Assert.Throws<AxflException>(() => WindowPeriod.Of(Windows("12mo", "3mo"), Since, Day(2016, 3, 31), out _)).ErrorId);

    [Fact]
    public void A_step_shorter_than_the_test_is_an_error_of_the_file() =>
        Assert.Contains("a day would be tested twice", Assert.Throws<ConfigurationException>(() => SweepFile.Parse(
            "sweep: {name: a, axes: {risk.max_open_positions: [1, 2]}, walk_forward: {train: 2mo, test: 2w, step: 1w}}", "sweep.yaml", Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void The_defaults_are_a_step_of_the_test_a_gap_of_one_day_and_the_plateau() =>
        Assert.Equal(
            Windows("12mo", "3mo"),
            SweepFile.Parse("sweep: {name: a, axes: {risk.max_open_positions: [1, 2]}, walk_forward: {train: 12mo, test: 3mo}}", "sweep.yaml", Path.GetTempPath()).WalkForward);

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static WalkForwardWindows Windows(string train, string test, string? step = null, bool anchored = false) => new(Span(train), Span(test), Span(step ?? test), anchored, 1, false);

    private static CalendarSpan Span(string text) => CalendarSpan.TryParse(text, out var span) ? span : throw new FormatException(text);
}
