using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Indicators.Tests;

public sealed class IndicatorLibraryTests
{
    private static readonly Dictionary<string, object?> None = [];
    private static readonly Dictionary<string, object?> Two = new() { ["length"] = 2 };

    // Highs 2 3 5 3 2 2, lows half of it, closes 1 2 3 ...
    private static readonly Bar[] Bars =
        [.. new[] { 2.0, 3, 5, 3, 2, 2 }.Select((high, i) => new Bar(SampleRecords.At("2026-01-05T08:00:00Z") + i * 300_000, 1, high, high / 2, i + 1))];

    private static double?[] Values(string name, IReadOnlyDictionary<string, object?>? parameters = null) =>
        [.. IndicatorLibrary.Compute(new IndicatorRequest(name, parameters ?? Two, Bars)).Select(p => p.Value)];

    private static AxflException Refused(string name, IReadOnlyDictionary<string, object?>? parameters = null) =>
        Assert.Throws<AxflException>(() => Values(name, parameters));

    [Fact]
    public void Our_own_indicators_come_first_with_parameters_results_and_warm_up()
    {
        var own = IndicatorLibrary.Catalogue.Indicators.Take(4).ToArray();
        Assert.Equal(["atr", "ema", "swing_high", "swing_low"], own.Select(i => i.Name));
        Assert.Equal([15, 14, null, null], own.Select(i => i.WarmUp));
        Assert.All(own, i => Assert.Equal([i.Name], i.Results));
        Assert.All(own, i => Assert.Empty(i.Repaints));
        Assert.Equal(["integer", "integer"], own.SelectMany(i => i.Parameters).Select(p => p.Type));
        Assert.Equal(51, IndicatorLibrary.Describe("atr", new Dictionary<string, object?> { ["length"] = 50 }).WarmUp);
    }

    [Fact]
    public void There_is_one_row_a_bar_at_the_bar_s_open_time()
    {
        var rows = IndicatorLibrary.Compute(new IndicatorRequest("ema", Two, Bars));
        Assert.Equal(Bars.Select(b => b.OpenTime), rows.Select(p => p.Time));
        Assert.All(rows, p => Assert.Equal("ema", p.Name));
        Assert.All(rows, p => Assert.Equal([new("ema", p.Value)], p.Results));
    }

    [Fact]
    public void A_value_is_null_before_it_is_defined() => Assert.Equal([null, 1.5, 2.5, 3.5, 4.5, 5.5], Values("ema").Select(v => v is { } x ? Math.Round(x, 9) : v));

    [Fact]
    public void Atr_needs_one_bar_more_than_its_length() => Assert.Equal([null, null, 2.5, 2, 2.5, 3.25], Values("atr"));

    [Fact]
    public void A_swing_stands_at_the_bar_that_confirms_it_with_the_price_of_the_swing()
    {
        Assert.Equal([null, null, null, null, 5, null], Values("swing_high", None));
        Assert.Equal([null, null, null, null, null, null], Values("swing_low", None));
    }

    [Fact]
    public void The_length_is_14_unless_given_and_names_have_no_case_and_no_underscores()
    {
        Assert.All(Values("ATR", None), Assert.Null);
        Assert.Equal(Values("ema"), Values("EMA", new Dictionary<string, object?> { ["Length"] = "2" }));
        Assert.Equal(Values("swing_high", None), Values("SwingHigh", None));
    }

    [Fact]
    public void No_bars_give_no_rows() => Assert.Empty(IndicatorLibrary.Compute(new IndicatorRequest("atr", Two, [])));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(2.5)]
    [InlineData(double.NaN)]
    [InlineData("two")]
    [InlineData(null)]
    public void A_length_that_is_no_count_of_bars_is_refused(object? length)
    {
        var error = Refused("ema", new Dictionary<string, object?> { ["length"] = length });
        Assert.Equal(("IndicatorParameterInvalid", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains("length", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_refused_with_the_one_that_was_meant()
    {
        Assert.Contains("Did you mean 'length'?", Refused("ema", new Dictionary<string, object?> { ["lenght"] = 2 }).Message, StringComparison.Ordinal);
        Assert.Contains("it has none", Refused("swing_low", Two).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_series_is_refused_where_there_is_nothing_to_compare() => Assert.Equal(
        "IndicatorTakesNoOther", Assert.Throws<AxflException>(() => IndicatorLibrary.Compute(new IndicatorRequest("ema", Two, Bars) { Other = Bars })).ErrorId);

    [Fact]
    public void An_unknown_name_is_answered_with_what_there_is()
    {
        var error = Refused("swing_hihg");
        Assert.Equal(("IndicatorUnknown", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains("swing_low", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'swing_high'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_without_the_library_says_so_and_offers_our_own_alone()
    {
        Assert.SkipWhen(IndicatorLibrary.HasLibrary, "the library is in this build");
        Assert.Equal(4, IndicatorLibrary.Catalogue.Indicators.Count);
        Assert.Contains("-p:Skender=true", IndicatorLibrary.Catalogue.Note, StringComparison.Ordinal);
        Assert.Contains("not in this build", Refused("skender:rsi", None).Message, StringComparison.Ordinal);
        Assert.Contains("not in this build", Refused("rsi", None).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Followed_bar_by_bar_an_indicator_has_the_value_of_the_series()
    {
        foreach (var name in new[] { "atr", "ema" })
        {
            var followed = IndicatorLibrary.Open(name, Two, 0);
            var seen = new List<double?>();
            foreach (var bar in Bars)
            {
                followed.Add(bar);
                Assert.Equal(followed.Value, followed[name]);
                seen.Add(double.IsNaN(followed.Value) ? null : followed.Value);
            }

            Assert.Equal(Values(name), seen);
        }
    }

    [Fact]
    public void A_result_that_is_not_there_and_a_number_of_bars_that_is_none_are_refused()
    {
        Assert.Equal("IndicatorResultUnknown", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("ema", Two, 0)["atr"]).ErrorId);
        Assert.Equal("IndicatorParameterInvalid", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("ema", Two, -1)).ErrorId);
        Assert.Equal("IndicatorParameterInvalid", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("ema", Two, 100)).ErrorId);
    }
}
