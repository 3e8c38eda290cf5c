using Axfl.Contracts;
using Axfl.Strategies.Arls;
using Axfl.Strategies.Catalogue;
using Axfl.Strategies.Lsg;
using Axfl.Strategies.Orb;

namespace Axfl.Strategies.Tests.Common;

/// <summary>The reference hours of a strategy lie in one local day, in their order; an opening range begins where a bar opens.</summary>
public class ReferenceHoursTests
{
    private static readonly Interval FiveMinutes = new(5);

    private static TimeOfDay At(string time) => TimeOfDay.Parse(time);

    private static string[] Wrong(StrategyParameters parameters, Interval interval) => [.. parameters.Problems(interval).Select(p => p.Parameter)];

    [Fact]
    public void The_defaults_are_in_order()
    {
        Assert.Empty(Wrong(new LsgParameters(), FiveMinutes));
        Assert.Empty(Wrong(new OrbParameters(), FiveMinutes));
        Assert.Empty(Wrong(new ArlsParameters(), FiveMinutes));
    }

    [Theory]
    [InlineData("07:00", "07:00")]
    [InlineData("10:00", "07:00")]
    public void Lsg_s_session_end_is_after_its_start(string start, string end) =>
        Assert.Equal(["session_end"], Wrong(new LsgParameters { SessionStart = At(start), SessionEnd = At(end) }, FiveMinutes));

    [Theory]
    [InlineData("22:00", "07:00", "10:00", "range_end")]
    [InlineData("07:00", "07:00", "10:00", "range_end")]
    [InlineData("00:00", "10:00", "10:00", "trade_until")]
    [InlineData("10:00", "09:00", "08:00", "range_end,trade_until")]
    public void Arls_s_range_start_range_end_and_trade_until_follow_each_other(string start, string end, string until, string wrong) =>
        Assert.Equal(wrong.Split(','), Wrong(new ArlsParameters { RangeStart = At(start), RangeEnd = At(end), TradeUntil = At(until) }, FiveMinutes));

    [Fact]
    public void Hours_may_end_at_24() => Assert.Empty(Wrong(new ArlsParameters { TradeUntil = At("24:00") }, FiveMinutes));

    [Theory]
    [InlineData("09:45", 15, "10:00", true)]
    [InlineData("09:50", 15, "10:00", false)]
    [InlineData("12:30", 5, "10:00", false)]
    public void Orb_s_range_ends_by_trade_until(string start, int minutes, string until, bool isFine) => Assert.Equal(
        isFine ? [] : ["trade_until"], Wrong(new OrbParameters { RangeStart = At(start), RangeMinutes = minutes, TradeUntil = At(until) }, FiveMinutes));

    [Theory]
    [InlineData("07:10", "UTC", 15, false)]
    [InlineData("07:15", "UTC", 15, true)]
    [InlineData("07:03", "UTC", 1, true)]
    [InlineData("07:00", "Asia/Kolkata", 60, false)]
    [InlineData("07:30", "Asia/Kolkata", 60, true)]
    [InlineData("07:15", "Asia/Kathmandu", 60, false)]
    [InlineData("07:45", "Asia/Kathmandu", 60, true)]
    [InlineData("08:00", "America/New_York", 60, true)]
    [InlineData("07:00", "America/New_York", 240, false)]
    [InlineData("08:00", "America/New_York", 240, true)]
    public void Orb_s_range_starts_where_a_bar_opens(string start, string zone, int interval, bool isFine) => Assert.Equal(
        isFine ? [] : ["range_start"], Wrong(new OrbParameters { RangeStart = At(start), Timezone = zone, TradeUntil = At("16:00") }, new Interval(interval)));

    [Fact]
    public void The_error_tells_how_a_range_over_midnight_is_written()
    {
        var problem = Assert.Single(new ArlsParameters { RangeStart = At("22:00") }.Problems(FiveMinutes));
        Assert.Contains("range_end 07:00 is not after range_start 22:00", problem.Message, StringComparison.Ordinal);
        Assert.Contains("07:00 to 16:00 with timezone: Asia/Tokyo", problem.Message, StringComparison.Ordinal);
        var until = Assert.Single(new ArlsParameters { TradeUntil = At("07:00") }.Problems(FiveMinutes));
        Assert.Contains("trade_until 07:00 is not after range_end 07:00", until.Message, StringComparison.Ordinal);
        var end = Assert.Single(new LsgParameters { SessionEnd = At("06:00") }.Problems(FiveMinutes));
        Assert.Contains("session_end 06:00 is not after session_start 07:00", end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_errors_of_an_opening_range_name_both_times_and_the_interval()
    {
        var until = Assert.Single(new OrbParameters { RangeMinutes = 15, TradeUntil = At("07:10") }.Problems(FiveMinutes));
        Assert.Contains("trade_until 07:10 is before the end of the range: range_start 07:00 + range_minutes 15", until.Message, StringComparison.Ordinal);
        var start = Assert.Single(new OrbParameters { RangeStart = At("07:03") }.Problems(FiveMinutes));
        Assert.Contains("no bar of 5m opens at range_start 07:03 (UTC)", start.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_checks_its_values()
    {
        var arls = StrategyCatalogue.BuiltIn.Single(d => d.Name == "arls");
        Assert.Equal(["range_end"], arls.Check(new Dictionary<string, object?> { ["range_start"] = At("22:00") }, FiveMinutes).Select(p => p.Parameter));
        Assert.Empty(new StrategyDefinition("mine", "", [], "test", _ => throw new NotSupportedException()).Check(new Dictionary<string, object?>(), FiveMinutes));
    }
}
