using System.Reflection;
using Axfl.Contracts;
using Axfl.Indicators.Kinds;
using Axfl.Testing;

namespace Axfl.Indicators.Tests;

/// <summary>The indicators of Skender.Stock.Indicators, in a build that has them: dotnet test -p:Skender=true.</summary>
public sealed class SkenderTests
{
    private const string NotHere = "Skender.Stock.Indicators is not in this build: dotnet test -p:Skender=true";
    private const int Count = 260;

    private static readonly Dictionary<string, object?> None = [];

    // A wave, a fall that turns, a rise that turns, and a price that does not move.
    private static readonly Bar[][] Series =
    [
        Made(Count, 17, 1.1, i => 0.0006 * Math.Sin(i / 11.0)), Made(130, 5, 1.3, i => i < 70 ? -0.0004 : 0.0005), Made(130, 23, 0.9, i => i < 70 ? 0.0004 : -0.0005),
        [.. Made(130, 1, 1.1, _ => 0).Select(b => new Bar(b.Time, 1.1, 1.1, 1.1, 1.1, 1))],
    ];

    private static readonly Bar[] Others = Made(Count, 4711, 1.3, i => 0.0005 * Math.Cos(i / 13.0));

    /// <summary>Whether the library is in this build.</summary>
    public static bool IsHere => IndicatorLibrary.HasLibrary;

    // What has no default, and a turn small enough for the made bars.
    private static Dictionary<string, object?> Given(IndicatorInfo indicator)
    {
        var given = indicator.Parameters.Where(p => p.Required).ToDictionary(p => p.Name, p => (object?)(p.Name switch
        {
            "brickSize" => 0.0005, "windowPeriods" => 20, "offsetPeriods" => 3, "windowSize" => "OneHour", _ => 14,
        }));
        if (indicator.Name == "skender:zig_zag") given["percentChange"] = 0.1;
        return given;
    }

    private static IEnumerable<IndicatorInfo> Library => IndicatorLibrary.Catalogue.Indicators.Where(i => i.Name.StartsWith("skender:", StringComparison.Ordinal));

    private static IReadOnlyList<IndicatorRow> Compute(IndicatorInfo indicator, Dictionary<string, object?> parameters, Bar[] bars) =>
        IndicatorLibrary.Compute(new IndicatorRequest(indicator.Name, parameters, bars) { Other = indicator.NeedsOther ? Others[..bars.Length] : null });

    private static Bar[] Made(int count, uint seed, double price, Func<int, double> drift)
    {
        var bars = new Bar[count];
        var time = SampleRecords.At("2025-01-06T00:00:00Z");
        double Step()
        {
            seed = seed * 1664525 + 1013904223;
            return ((int)(seed >> 16) % 101 - 50) / 100_000.0;
        }

        for (var i = 0; i < count; i++)
        {
            var open = price;
            price = Math.Round(price + Step() + drift(i), 5);
            bars[i] = new Bar(time + i * 300_000L, open, Math.Round(Math.Max(open, price) + Math.Abs(Step()), 5), Math.Round(Math.Min(open, price) - Math.Abs(Step()), 5), price, 50 + i % 9);
        }

        return bars;
    }

    // Names of the results that differ where both have a row.
    private static void Compare(IReadOnlyList<IndicatorRow> part, IReadOnlyList<IndicatorRow> whole, int from, ISet<string> changed)
    {
        for (var i = from; i < part.Count; i++)
            for (var k = 0; k < part[i].Results.Count; k++)
                if (i >= whole.Count || part[i].Time != whole[i].Time || !Equals(part[i].Results[k].Value, whole[i].Results[k].Value)) changed.Add(part[i].Results[k].Key);
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Every_public_method_of_the_library_over_quotes_is_offered_or_listed_with_the_reason()
    {
        var methods = Assembly.Load("Skender.Stock.Indicators").GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => m.Name.StartsWith("Get", StringComparison.Ordinal) && m.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute))).ToArray();
        var names = methods.Select(m => m.Name[3..].ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal).ToArray();
        var offered = Library.Select(i => i.Name["skender:".Length..].Replace("_", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(85, offered.Length);
        Assert.Equal(names, offered);
        // Of overloads over quotes one is not offered; that the others are is in their parameters.
        Assert.Equal(["GetStarcBands(): it is obsolete: Change 'GetStarcBands()' to 'GetStarcBands(20)' to fix."], IndicatorLibrary.Catalogue.NotOffered);
        foreach (var overload in methods.Where(m => m.IsGenericMethodDefinition && !m.IsDefined(typeof(ObsoleteAttribute))))
        {
            var info = Library.Single(i => IndicatorNames.Same.Equals(i.Name, "skender:" + overload.Name[3..]));
            Assert.Empty(overload.GetParameters().Skip(info.NeedsOther ? 2 : 1).Select(p => p.Name).Except(info.Parameters.Select(p => p.Name)));
        }
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Every_property_of_a_row_is_a_result()
    {
        Assert.Equal(["macd", "signal", "histogram", "fastEma", "slowEma"], IndicatorLibrary.Describe("macd", None).Results);
        Assert.Equal(["tenkanSen", "kijunSen", "senkouSpanA", "senkouSpanB", "chikouSpan"], IndicatorLibrary.Describe("skender:ichimoku", None).Results);
        Assert.Contains("candleBody", IndicatorLibrary.Describe("doji", None).Results);
        Assert.All(Library, i => Assert.NotEmpty(i.Results));
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void What_changes_when_later_bars_come_is_exactly_what_is_listed_as_repainting()
    {
        var wrong = new List<string>();
        foreach (var indicator in Library)
        {
            var changed = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var bars in Series)
            {
                var whole = Compute(indicator, Given(indicator), bars);
                for (var count = 0; count < bars.Length; count++) Compare(Compute(indicator, Given(indicator), bars[..count]), whole, 0, changed);
            }

            var listed = indicator.Repaints.Order(StringComparer.Ordinal).ToArray();
            if (!changed.SequenceEqual(listed)) wrong.Add($"{indicator.Name}: changed {string.Join(", ", changed)}; listed {string.Join(", ", listed)}");
            if (listed.Length > 0 != indicator.Note.Length > 0) wrong.Add($"{indicator.Name}: note '{indicator.Note}'");
        }

        Assert.Empty(wrong);
        Assert.Equal(
            ["skender:dpo", "skender:fractal", "skender:ichimoku", "skender:pivots", "skender:renko_atr", "skender:slope", "skender:std_dev_channels", "skender:volatility_stop", "skender:zig_zag"],
            Library.Where(i => i.Repaints.Count > 0).Select(i => i.Name));
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Followed_bar_by_bar_every_indicator_for_strategies_has_the_last_row_over_the_bars_so_far()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var indicator in Library.Where(i => !i.NeedsOther && i.Repaints.Count < i.Results.Count))
        {
            foreach (var lookback in indicator.Parameters.Any(p => p.Name == "lookbackPeriods") && indicator.Name != "skender:hurst" ? new int?[] { null, 20, 40 } : [null])
            {
                var given = Given(indicator);
                if (lookback is { } length) given["lookbackPeriods"] = length;
                names.Add(indicator.Name);
                foreach (var bars in new[] { Series[0], Series[3] }) Follow(indicator, given, bars, wrong);
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(75, names.Count);
    }

    private static void Follow(IndicatorInfo indicator, Dictionary<string, object?> given, Bar[] bars, SortedSet<string> wrong)
    {
        var whole = Compute(indicator, given, bars).ToLookup(r => r.Time);
        var open = IndicatorLibrary.Open(indicator.Name, given, 0);
        IndicatorRow? last = null;
        foreach (var bar in bars)
        {
            open.Add(bar);
            last = whole[bar.OpenTime].LastOrDefault() ?? last;
            foreach (var (name, value) in open.Row)
            {
                if (!Equals(last?.Results.Single(r => r.Key == name).Value ?? double.NaN, value)) wrong.Add($"{indicator.Name} {name}");
                if (value is double number && !number.Equals(open[name])) wrong.Add($"{indicator.Name}[{name}]");
            }

            if (!(last?.Value ?? double.NaN).Equals(open.Value)) wrong.Add($"{indicator.Name} value");
        }
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Every_choice_and_every_optional_parameter_can_be_given_but_for_what_the_library_refuses_and_repaints_no_more_for_it()
    {
        var refused = new List<string>();
        foreach (var indicator in Library)
        {
            foreach (var parameter in indicator.Parameters)
            {
                IEnumerable<object> values = parameter.Choices.Count > 0 ? parameter.Choices : parameter.Type == "date" ? ["2025-01-06T02:00:00Z"] : [parameter.Default ?? Given(indicator).GetValueOrDefault(parameter.Name) ?? 3];
                foreach (var value in values)
                {
                    // Forms without defaults are given whole.
                    var given = Given(indicator);
                    given[parameter.Name] = value;
                    if (indicator.Name == "skender:ichimoku" && parameter.Name.EndsWith("ffset", StringComparison.Ordinal)) (given["tenkanPeriods"], given["kijunPeriods"], given["senkouBPeriods"], given["senkouOffset"], given["chikouOffset"]) = (9, 26, 52, 26, 26);
                    if (parameter.Name == "offsetPeriods" && indicator.Name == "skender:ichimoku") given = new() { ["tenkanPeriods"] = 9, ["kijunPeriods"] = 26, ["senkouBPeriods"] = 52, ["offsetPeriods"] = 3 };
                    if (indicator.Name == "skender:fractal" && parameter.Name.EndsWith("tSpan", StringComparison.Ordinal)) (given["leftSpan"], given["rightSpan"]) = (2, 3);
                    if (indicator.Name == "skender:stoch" && parameter.Default is null)
                        given = new() { ["lookbackPeriods"] = 14, ["signalPeriods"] = 3, ["smoothPeriods"] = 3, ["kFactor"] = 3, ["dFactor"] = 2, ["movingAverageType"] = parameter.Choices.Count > 0 ? value : "SMMA" };
                    if (indicator.Name == "skender:parabolic_sar" && parameter.Name == "initialFactor") given = new() { ["accelerationStep"] = 0.02, ["maxAccelerationFactor"] = 0.2, ["initialFactor"] = 0.03 };
                    try
                    {
                        var changed = new SortedSet<string>(StringComparer.Ordinal);
                        var whole = Compute(indicator, given, Series[0]);
                        foreach (var count in new[] { 90, 161, 230 }) Compare(Compute(indicator, given, Series[0][..count]), whole, 0, changed);
                        Assert.Empty(changed.Except(indicator.Repaints));
                    }
                    catch (AxflException e) when (e.ErrorId == "IndicatorParameterInvalid")
                    {
                        refused.Add($"{indicator.Name} {parameter.Name}={value}");
                    }
                }
            }
        }

        string[] expected =
        [
            .. new[] { "KAMA", "MAMA" }.Select(t => "ma_envelopes movingAverageType=" + t),
            .. new[] { "FourHours", "TwoHours", "ThirtyMinutes", "FifteenMinutes", "FiveMinutes", "ThreeMinutes", "TwoMinutes", "OneMinute" }.Select(t => "pivot_points windowSize=" + t),
            .. new[] { "ALMA", "DEMA", "EPMA", "EMA", "HMA", "KAMA", "MAMA", "TEMA", "WMA" }.Select(t => "stoch movingAverageType=" + t),
        ];
        Assert.Equal(string.Join("; ", expected.Select(e => "skender:" + e)), string.Join("; ", refused));
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Macd_gives_three_lines_that_agree_by_its_bare_name_too()
    {
        var rows = IndicatorLibrary.Compute(new IndicatorRequest("macd", None, Series[0]));
        var last = rows[^1].Results.ToDictionary(r => r.Key, r => (double)r.Value!);
        Assert.Equal(last["macd"] - last["signal"], last["histogram"], 12);
        Assert.Equal(rows[^1].Value, last["macd"]);
        Assert.Equal("skender:macd", rows[0].Name);
        Assert.Null(rows[0].Results[0].Value);
        Assert.Equal(34, IndicatorLibrary.Describe("macd", None).WarmUp);
        Assert.Equal(8, IndicatorLibrary.Describe("macd", new Dictionary<string, object?> { ["fast_periods"] = 3, ["slowPeriods"] = 5, ["signalPeriods"] = 4 }).WarmUp);
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void A_bare_name_is_ours_where_we_have_one_and_in_strategies_always()
    {
        Assert.Equal("ema", IndicatorLibrary.Describe("ema", None).Name);
        Assert.Equal("skender:ema", IndicatorLibrary.Describe("skender:EMA", None).Name);
        var error = Assert.Throws<AxflException>(() => IndicatorLibrary.Open("rsi", None, 0));
        Assert.Equal("IndicatorUnknown", error.ErrorId);
        Assert.Contains("'skender:rsi'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'skender:macd'?", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("skender:mcad", None, 0)).Message, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void What_repaints_is_refused_in_strategies_whole_or_by_the_line()
    {
        var error = Assert.Throws<AxflException>(() => IndicatorLibrary.Open("skender:zigzag", None, 0));
        Assert.Equal(("IndicatorRepaints", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains("repaints", error.Message, StringComparison.Ordinal);
        var ichimoku = IndicatorLibrary.Open("skender:ichimoku", None, 0);
        foreach (var bar in Series[0]) ichimoku.Add(bar);
        Assert.True(ichimoku["kijunSen"] > 0);
        Assert.DoesNotContain("chikouSpan", ichimoku.Results);
        Assert.DoesNotContain(ichimoku.Row, r => r.Key == "chikouSpan");
        Assert.Equal("IndicatorRepaints", Assert.Throws<AxflException>(() => ichimoku["chikou_span"]).ErrorId);
        Assert.Equal("IndicatorResultUnknown", Assert.Throws<AxflException>(() => ichimoku["chikou"]).ErrorId);
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void A_second_series_is_needed_by_those_that_compare_two_and_refused_in_strategies()
    {
        Assert.Equal(["skender:beta", "skender:correlation", "skender:prs"], Library.Where(i => i.NeedsOther).Select(i => i.Name));
        var self = IndicatorLibrary.Compute(new IndicatorRequest("correlation", new Dictionary<string, object?> { ["lookbackPeriods"] = 20 }, Series[0]) { Other = Series[0] });
        Assert.Equal(1, self[^1].Value!.Value, 9);
        string Refused(IndicatorRequest request) => Assert.Throws<AxflException>(() => IndicatorLibrary.Compute(request)).ErrorId;
        Assert.Equal("IndicatorNeedsOther", Refused(new IndicatorRequest("prs", None, Series[0])));
        Assert.Equal("IndicatorTakesNoOther", Refused(new IndicatorRequest("rsi", None, Series[0]) { Other = Others }));
        Assert.Equal("IndicatorBarsInvalid", Refused(new IndicatorRequest("prs", None, Series[0]) { Other = Others[..50] }));
        Assert.Equal("IndicatorNeedsOther", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("skender:prs", None, 0)).ErrorId);
    }

    [Theory(SkipUnless = nameof(IsHere), Skip = NotHere)]
    [InlineData("rsi", "lookbackPeriods", 0, "greater than 0")]
    [InlineData("rsi", "lookback", 14, "lookbackPeriods")]
    [InlineData("rsi", "lookbackPeriods", 2.5, "whole number")]
    [InlineData("atr_stop", "endType", "Clos", "HighLow")]
    [InlineData("fractal", "leftSpan", 2, "rightSpan is missing")]
    public void A_parameter_that_does_not_do_is_refused_with_what_would(string name, string parameter, object value, string says)
    {
        var error = Assert.Throws<AxflException>(() => IndicatorLibrary.Compute(new IndicatorRequest(name, new Dictionary<string, object?> { [parameter] = value }, Series[0])));
        Assert.Equal("IndicatorParameterInvalid", error.ErrorId);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void A_strategy_hears_of_a_bad_parameter_when_it_opens_the_indicator() => Assert.Equal(
        "IndicatorParameterInvalid", Assert.Throws<AxflException>(() => IndicatorLibrary.Open("skender:rsi", new Dictionary<string, object?> { ["lookbackPeriods"] = 0 }, 0)).ErrorId);

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void A_number_of_bars_bounds_what_a_value_is_computed_from()
    {
        var given = new Dictionary<string, object?> { ["lookbackPeriods"] = 14 };
        var bounded = IndicatorLibrary.Open("skender:rsi", given, 60);
        for (var i = 0; i < Count; i++)
        {
            bounded.Add(Series[0][i]);
            var expected = IndicatorLibrary.Compute(new IndicatorRequest("rsi", given, Series[0][Math.Max(0, i - 59)..(i + 1)]))[^1].Value ?? double.NaN;
            Assert.Equal(expected, bounded.Value);
        }
    }

    [Fact(SkipUnless = nameof(IsHere), Skip = NotHere)]
    public void Bars_out_of_order_and_numbers_that_are_none_are_refused()
    {
        string Refused(params Bar[] bars) => Assert.Throws<AxflException>(() => IndicatorLibrary.Compute(new IndicatorRequest("rsi", None, bars))).ErrorId;
        Assert.Equal("IndicatorBarsInvalid", Refused(Series[0][1], Series[0][0]));
        Assert.Equal("IndicatorBarsInvalid", Refused(Series[0][1], Series[0][1]));
        Assert.Equal("IndicatorBarsInvalid", Refused(new Bar(0, 1, 1, 1, double.NaN)));
    }
}
