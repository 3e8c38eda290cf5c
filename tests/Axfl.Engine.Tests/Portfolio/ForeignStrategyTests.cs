using System.Reflection;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Portfolio;

/// <summary>What a strategy that is not the product's own throws is an error of it, with strategy, symbol and bar.</summary>
public class ForeignStrategyTests
{
    private static readonly Bar Bar = Scenario.BarAt(0, 0, 0, 0, 0);

    [Fact]
    public void What_it_throws_at_a_bar_names_strategy_symbol_and_bar()
    {
        var error = Assert.Throws<AxflException>(() => Make(_ => new Throwing(new InvalidOperationException("boom"))).OnBar(Bar, NoOrders.Instance));
        Assert.Equal("The strategy mine (test) failed on EURUSD at the bar 2026-01-13T07:00:00Z: InvalidOperationException: boom", error.Message);
        Assert.Equal(("StrategyFailed", ErrorKind.Configuration, "mine"), (error.ErrorId, error.Kind, error.Target));
        Assert.NotEmpty(error.RecommendedAction!);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void What_its_constructor_throws_shows_the_cause_without_the_wrapping_of_reflection()
    {
        var error = Assert.Throws<AxflException>(() => Make(_ => throw new TargetInvocationException(new ArgumentException("no levels"))));
        Assert.Equal("The strategy mine (test) failed on EURUSD when it was made: ArgumentException: no levels", error.Message);
    }

    [Fact]
    public void One_that_gives_nothing_is_an_error() =>
        Assert.Contains("InvalidOperationException: it gave null instead of a strategy", Assert.Throws<AxflException>(() => Make(_ => null!)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_error_of_ours_is_told_by_its_message_alone()
    {
        var error = Assert.Throws<AxflException>(() => Make(_ => new Throwing(new AxflException("OrderInvalid", ErrorKind.Configuration, "The order is refused."))).OnBar(Bar, NoOrders.Instance));
        Assert.EndsWith("07:00:00Z: The order is refused.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StrategyFailed")]
    [InlineData("StrategyScriptFailed")]
    public void What_names_the_strategy_already_gets_no_second_frame(string id)
    {
        var thrown = new AxflException(id, ErrorKind.Configuration, "as it is");
        Assert.Same(thrown, Assert.Throws<AxflException>(() => Make(_ => new Throwing(thrown)).OnBar(Bar, NoOrders.Instance)));
        Assert.Same(thrown, Assert.Throws<AxflException>(() => Make(_ => throw thrown)));
    }

    [Fact]
    public void What_stops_a_run_is_no_fault_of_the_strategy() =>
        Assert.Throws<OperationCanceledException>(() => Make(_ => new Throwing(new OperationCanceledException())).OnBar(Bar, NoOrders.Instance));

    [Fact]
    public void The_product_s_own_come_as_they_are()
    {
        var own = new Throwing(new InvalidOperationException("boom"));
        Assert.Same(own, Make(_ => own, StrategyDefinition.BuiltInSource));
        Assert.NotSame(own, Make(_ => own));
    }

    private static IStrategy Make(Func<StrategySetup, IStrategy> create, string source = "test") => ForeignStrategy.Create(
        new StrategyDefinition("mine", "", [], source, create), new StrategySetup(EngineHarness.EurUsd, new Interval(5), new Dictionary<string, object?>()));

    private sealed class Throwing(Exception error) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => throw error;
    }

    private sealed class NoOrders : IOrderDesk
    {
        public static readonly NoOrders Instance = new();

        public void Place(in EntryOrder order) => throw new NotSupportedException();

        public void CancelEntry() => throw new NotSupportedException();

        public void ExitPosition() => throw new NotSupportedException();
    }
}
