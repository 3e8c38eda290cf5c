using Axfl.Contracts;

namespace Axfl.Runtime.Tests;

public sealed class IndicatorLibraryTests
{
    private static readonly Dictionary<string, double> Two = new() { ["length"] = 2 };

    // Highs 2 3 5 3 2 2, lows half of it, closes 1 2 3 ...
    private static readonly Bar[] Bars =
        [.. new[] { 2.0, 3, 5, 3, 2, 2 }.Select((high, i) => new Bar(SampleRecords.At("2026-01-05T08:00:00Z") + i * 300_000, 1, high, high / 2, i + 1))];

    private static double?[] Values(string name, IReadOnlyDictionary<string, double>? parameters = null) =>
        [.. IndicatorLibrary.Compute(name, parameters ?? Two, Bars).Select(p => p.Value)];

    [Fact]
    public void The_built_in_indicators_are_on_offer() =>
        Assert.All(["atr", "ema", "swing_high", "swing_low"], name => Assert.Contains(name, IndicatorLibrary.Catalogue.Names));

    [Fact]
    public void There_is_one_point_a_bar_at_the_bar_s_open_time()
    {
        var points = IndicatorLibrary.Compute("ema", Two, Bars);
        Assert.Equal(Bars.Select(b => b.OpenTime), points.Select(p => p.Time));
        Assert.All(points, p => Assert.Equal("ema", p.Name));
    }

    [Fact]
    public void A_value_is_null_before_it_is_defined() => Assert.Equal([null, 1.5, 2.5, 3.5, 4.5, 5.5], Values("ema").Select(v => v is { } x ? Math.Round(x, 9) : v));

    [Fact]
    public void Atr_needs_one_bar_more_than_its_length() => Assert.Equal([null, null, 2.5, 2, 2.5, 3.25], Values("atr"));

    [Fact]
    public void A_swing_stands_at_the_bar_that_confirms_it_with_the_price_of_the_swing()
    {
        Assert.Equal([null, null, null, null, 5, null], Values("swing_high"));
        Assert.Equal([null, null, null, null, null, null], Values("swing_low"));
    }

    [Fact]
    public void The_length_is_14_unless_given_and_names_have_no_case()
    {
        Assert.All(Values("ATR", new Dictionary<string, double>()), Assert.Null);
        Assert.Equal(Values("ema"), Values("EMA"));
    }

    [Fact]
    public void No_bars_give_no_points() => Assert.Empty(IndicatorLibrary.Compute("atr", Two, []));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(2.5)]
    [InlineData(double.NaN)]
    public void A_length_that_is_no_count_of_bars_is_refused(double length) => Assert.Equal(
        "IndicatorLengthInvalid", Assert.Throws<AxflException>(() => Values("ema", new Dictionary<string, double> { ["length"] = length })).ErrorId);

    [Fact]
    public void An_unknown_name_is_answered_with_those_on_offer()
    {
        var error = Assert.Throws<AxflException>(() => Values("magic"));
        Assert.Equal(("IndicatorUnknown", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains("swing_high", error.Message);
    }
}
