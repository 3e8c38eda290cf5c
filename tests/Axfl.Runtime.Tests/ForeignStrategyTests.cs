using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Runtime.Tests;

/// <summary>Strategies of a user's own are foreign code: what they throw is theirs, and what they order is looked at.</summary>
public sealed class ForeignStrategyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_strategy_throws_names_strategy_symbol_and_bar()
    {
        var error = await Fails(_ => new Acting((bar, _) => throw new InvalidOperationException("boom")));
        Assert.Equal(("StrategyFailed", ErrorKind.Configuration, "mine"), (error.ErrorId, error.Kind, error.Target));
        Assert.Matches(@"^The strategy mine \(test\) failed on EURUSD at the bar 2025-07-0\dT\d\d:\d\d:00Z: InvalidOperationException: boom$", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task What_its_constructor_throws_shows_the_cause()
    {
        var error = await Fails(_ => throw new ArgumentException("no such file"));
        Assert.Equal("The strategy mine (test) failed on EURUSD when it was made: ArgumentException: no such file", error.Message);
    }

    [Fact]
    public async Task The_constructor_of_a_class_shows_its_cause_and_no_wrapping()
    {
        var definition = new AxflRuntime().DescribeStrategy(typeof(Unmakeable));
        await using var run = new AxflRuntime().Start(Request(definition), CancellationToken.None);
        var error = await Assert.ThrowsAsync<AxflException>(() => run.Completion);
        Assert.Contains("failed on EURUSD when it was made: InvalidDataException: my levels are missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntryType.Stop, double.NaN, 1.0, double.NaN, "the price of a stop order is NaN")]
    [InlineData(EntryType.Limit, double.PositiveInfinity, 1.0, double.NaN, "the price of a limit order is Infinity")]
    [InlineData(EntryType.Market, double.NaN, double.NegativeInfinity, double.NaN, "its stop loss is infinite")]
    [InlineData(EntryType.Market, double.NaN, 1.0, double.PositiveInfinity, "its target is infinite")]
    [InlineData((EntryType)9, 1.1, 1.0, double.NaN, "its type 9 is not Market, Stop or Limit")]
    public async Task An_order_whose_numbers_are_none_is_refused_at_the_desk(EntryType type, double price, double stop, double target, string why)
    {
        var error = await Fails(_ => new Acting((_, desk) => desk.Place(new EntryOrder(Side.Long, type, price, stop, target))));
        Assert.Equal("StrategyFailed", error.ErrorId);
        Assert.Contains("The order is refused: " + why, error.Message, StringComparison.Ordinal);
        Assert.Empty(new AxflRuntime().ReadDecisions(_folder["runs/r"]));
    }

    [Fact]
    public async Task An_order_without_a_tag_and_with_no_stop_loss_is_taken_to_the_gates_and_its_decisions_read_back()
    {
        await using var run = new AxflRuntime().Start(Request(Definition(_ => new Acting((bar, desk) =>
            desk.Place(new EntryOrder(Side.Long, EntryType.Market, double.NaN, double.NaN, Tag: null!))))), CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // To its end.
        }

        var decisions = new AxflRuntime().ReadDecisions(run.Directory).ToList();
        Assert.Contains(decisions, d => d.Result == "risk_distance");
        Assert.All(decisions, d => Assert.True(double.IsFinite(d.Price)));
    }

    private static StrategyDefinition Definition(Func<StrategySetup, IStrategy> create) => new("mine", "", [], "test", create);

    private async Task<AxflException> Fails(Func<StrategySetup, IStrategy> create)
    {
        await using var run = new AxflRuntime().Start(Request(Definition(create)), CancellationToken.None);
        return await Assert.ThrowsAsync<AxflException>(() => run.Completion);
    }

    private RunRequest Request(StrategyDefinition strategy) => new()
    {
        SessionsPath = _folder.File("s.yaml", $"portfolio:\n  symbols: [EURUSD]\n  strategies:\n    - name: {strategy.Name}\n      windows: [{{start: \"07:00\", end: \"10:00\"}}]\n"),
        Source = "simulated", Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 7, 16, 0, 0, 0, DateTimeKind.Utc),
        OutputDirectory = _folder.Path, RunId = "r", Strategies = [strategy],
    };

    private sealed class Acting(Action<Bar, IOrderDesk> act) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => act(bar, desk);
    }
}

/// <summary>Parameters of none of its own.</summary>
public sealed record UnmakeableParameters : StrategyParameters;

/// <summary>A strategy that cannot be made.</summary>
[Strategy("unmakeable", "Cannot be made.")]
public sealed class Unmakeable : IStrategy
{
    public Unmakeable(UnmakeableParameters parameters, StrategySetup setup) => throw new InvalidDataException("my levels are missing");

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
    }
}
