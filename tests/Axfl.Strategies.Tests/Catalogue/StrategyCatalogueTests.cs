using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;

namespace Axfl.Strategies.Tests.Catalogue;

public class StrategyCatalogueTests
{
    [Fact]
    public void The_product_has_arls_lsg_and_orb_by_name()
    {
        Assert.Equal(["arls", "lsg", "orb"], StrategyCatalogue.BuiltIn.Select(d => d.Name));
        Assert.Equal(StrategyCatalogue.FromAssembly(typeof(StrategyCatalogue).Assembly, "any").Select(d => d.Class), StrategyCatalogue.BuiltIn.Select(d => d.Class));
        Assert.All(StrategyCatalogue.BuiltIn, d => Assert.Equal("built in", d.Source));
        Assert.Equal("Opening range breakout: a break of the first minutes' range, retested, with the trend", StrategyCatalogue.BuiltIn[2].Summary);
    }

    [Theory]
    [InlineData("lsg", "tol_pips=2 min_cluster_count=2 sweep_pips=3 reentry_window_minutes=30 bos_required=True bos_buffer_pips=1 confirm_body_required=True "
        + "second_move_only=True buffer_pips=2 session_start=07:00 session_end=10:00 timezone=UTC target_r=1 time_stop_minutes=120")]
    [InlineData("orb", "range_start=07:00 range_minutes=5 trade_until=10:00 min_range_pips=4 break_pips=3 retest=True retest_tol_pips=2 trend_filter=True "
        + "buffer_pips=1 timezone=UTC target_r=1 time_stop_minutes=120")]
    [InlineData("arls", "range_start=00:00 range_end=07:00 min_bars=30 min_range_pips=3 trade_until=10:00 sweep_pips=3 use_atr_confirm=True atr_multiplier=0.1 "
        + "reentry_window_minutes=45 buffer_pips=2 timezone=UTC target_r=1 time_stop_minutes=120")]
    public void Parameters_and_defaults_are_those_of_the_page_the_shared_ones_last(string name, string parameters) => Assert.Equal(
        parameters, string.Join(' ', StrategyCatalogue.BuiltIn.Single(d => d.Name == name).Parameters.Select(p => FormattableString.Invariant($"{p.Name}={p.Default}"))));

    [Fact]
    public void What_a_strategy_did_is_shared_unless_it_says_otherwise()
    {
        Assert.All(StrategyCatalogue.BuiltIn, d => Assert.True(d.Shareable, d.Name));
        Assert.True(StrategyCatalogue.FromType(typeof(Fit), "here").Shareable);
        Assert.False(StrategyCatalogue.FromType(typeof(Remembering), "here").Shareable);
        Assert.False(new StrategyDefinition("other", "", [], "script", _ => throw new InvalidOperationException()).Shareable);
    }

    [Fact]
    public void Each_parameter_has_unit_and_help()
    {
        var parameters = StrategyCatalogue.BuiltIn.SelectMany(d => d.Parameters).ToArray();
        Assert.All(parameters, p => Assert.True(p.Unit.Length > 0 && p.Help.EndsWith('.'), p.Name));
    }

    [Fact]
    public void A_parameter_is_described_with_type_unit_and_range()
    {
        var definition = StrategyCatalogue.FromType(typeof(Fit), "here");
        Assert.Equal(("fit", "Fits.", "here"), (definition.Name, definition.Summary, definition.Source));
        Assert.Equal(
            [
                new StrategyParameterInfo("some_pips", typeof(double), false, "pips", 1, 9, 4.0, "Pips."),
                new StrategyParameterInfo("maybe", typeof(int), true, "n", null, null, null, ""),
                new StrategyParameterInfo("free", typeof(object), true, "anything", null, null, null, ""),
                new StrategyParameterInfo("from_two", typeof(int), false, "n", 2, null, 2, ""),
                new StrategyParameterInfo("to_three", typeof(int), false, "n", null, 3, 3, ""),
            ],
            definition.Parameters.Take(5));
    }

    [Fact]
    public void A_strategy_is_made_with_the_values_given_and_defaults_for_the_rest()
    {
        var definition = StrategyCatalogue.FromType(typeof(Fit), "here");
        var made = (Fit)definition.Create(new StrategySetup(EngineHarness.EurUsd, new Interval(5), new Dictionary<string, object?> { ["maybe"] = 7 }));
        Assert.Equal((4.0, 7, "UTC"), (made.Parameters.SomePips, made.Parameters.Maybe, made.Parameters.Timezone));
        Assert.Equal(EngineHarness.EurUsd, made.Setup.Instrument);
    }

    [Theory]
    [InlineData(typeof(Unnamed), "has no [Strategy] attribute")]
    [InlineData(typeof(NoStrategy), "does not implement IStrategy")]
    [InlineData(typeof(NoConstructor), "has no public constructor (TParameters parameters, StrategySetup setup) with TParameters : StrategyParameters")]
    public void A_class_of_another_shape_is_refused_and_told_why(Type type, string why)
    {
        var error = Assert.Throws<AxflException>(() => StrategyCatalogue.FromType(type, "here"));
        Assert.Equal(("StrategyTypeUnfit", ErrorKind.Configuration, type.FullName), (error.ErrorId, error.Kind, error.Target));
        Assert.Equal($"{type.FullName} {why}. See docs/examples for a strategy in C#.", error.Message);
    }

    [Fact]
    public void An_assembly_s_strategies_come_by_name() =>
        Assert.Equal(["another", "fit"], StrategyCatalogue.FromAssembly(typeof(FitParameters).Assembly, "x").Where(d => d.Name is "fit" or "another").Select(d => d.Name));
}

public sealed record FitParameters : StrategyParameters
{
    [StrategyParameter("pips", Min = 1, Max = 9, Help = "Pips.")]
    public double SomePips { get; init; } = 4;

    [StrategyParameter("n")]
    public int? Maybe { get; init; }

    [StrategyParameter("anything")]
    public object? Free { get; init; }

    [StrategyParameter("n", Min = 2)]
    public int FromTwo { get; init; } = 2;

    [StrategyParameter("n", Max = 3)]
    public int ToThree { get; init; } = 3;

    public int NotOne { get; init; }
}

[Strategy("fit", "Fits.")]
public class Fit(FitParameters parameters, StrategySetup setup) : IStrategy
{
    public FitParameters Parameters => parameters;

    public StrategySetup Setup => setup;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
    }
}

[Strategy("remembering", "Keeps state elsewhere.", Shareable = false)]
public sealed class Remembering(FitParameters parameters, StrategySetup setup) : Fit(parameters, setup);

[Strategy("another", "Fits too.")]
public sealed class Another(FitParameters parameters, StrategySetup setup) : Fit(parameters, setup);

internal sealed class Unnamed : IStrategy
{
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
    }
}

[Strategy("none", "Is none.")]
internal sealed class NoStrategy(FitParameters parameters, StrategySetup setup)
{
    public object Both => (parameters, setup);
}

[Strategy("bare", "Has no constructor of the shape.")]
internal sealed class NoConstructor : IStrategy
{
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
    }
}
