using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;
using Axfl.Research.StrategyTests.Code;
using Axfl.Research.StrategyTests.Processes;

namespace Axfl.Research.Tests.StrategyTests.Actions;

/// <summary>How actions are compared, moved and handed to another process.</summary>
public class ActionTests
{
    private static readonly EntryOrder Order = new(Side.Long, EntryType.Stop, 1.1, 1.09, double.NaN, 1000, "a");

    [Fact]
    public void Every_field_of_an_order_counts_and_prices_to_the_last_bit()
    {
        Assert.Null(Field(Order));
        Assert.Equal("Side", Field(Order with { Side = Side.Short }));
        Assert.Equal("Type", Field(Order with { Type = EntryType.Limit }));
        Assert.Equal("Price", Field(Order with { Price = Math.BitIncrement(1.1) }));
        Assert.Equal("StopLoss", Field(Order with { StopLoss = double.NaN }));
        Assert.Equal("Target", Field(Order with { Target = 1.2 }));
        Assert.Equal("Expiry", Field(Order with { Expiry = 1001 }));
        Assert.Equal("Tag", Field(Order with { Tag = "b" }));
    }

    [Fact]
    public void The_first_difference_is_that_of_the_earlier_bar()
    {
        StrategyAction[] expected = [At(1), At(5)], found = [At(1), At(3), At(5)];
        var difference = ActionDifference.First(expected, found)!;
        Assert.Equal((3L, null, At(3)), (difference.Time, difference.Expected, difference.Found));
        Assert.Equal(1, ActionDifference.Count(expected, found));
    }

    [Fact]
    public void Moving_an_action_moves_its_prices_times_and_expiry_and_no_absent_ones()
    {
        var moved = new StrategyAction(10, ActionKind.Order, Order).Moved(0.5, 7);
        Assert.Equal(new StrategyAction(17, ActionKind.Order, Order with { Price = 1.6, StopLoss = 1.09 + 0.5, Expiry = 1007 }), moved);
        Assert.Equal(long.MaxValue, new StrategyAction(10, ActionKind.Order, Order with { Expiry = long.MaxValue }).Moved(0, 7).Order.Expiry);
    }

    [Fact]
    public void Prices_can_be_moved_without_rounding_within_one_power_of_two()
    {
        var bars = Enumerable.Range(0, 300).Select(i => new Bar(i * 300_000L, 1.1 + i * 1e-5, 1.101 + i * 1e-5, 1.099 + i * 1e-5, 1.1 + i * 1e-5)).ToArray();
        var shift = BarRange.ShiftOfFirstDay(bars);
        Assert.Equal(0.1, shift, 6);
        Assert.All(bars, b => Assert.Equal(b.High - b.Low, BarRange.Moved(b, shift, 0).High - BarRange.Moved(b, shift, 0).Low));
    }

    [Fact]
    public void Parameters_of_every_type_come_through_to_another_process()
    {
        object?[] values = [null, 0.1, 3, true, "text", new TimeOfDay(425), new List<object?> { "1", null }, new Dictionary<string, object?> { ["a"] = "b" }];
        Assert.All(values, v => Assert.Equal(v, JobValue.Of("p", v).Value()));
        Assert.Throws<NotSupportedException>(() => JobValue.Of("p", new object()));
    }

    [Theory]
    [InlineData("Get-Date", "clock")]
    [InlineData("System.DateTime.Now", "clock")]
    [InlineData("Random.new", "random numbers")]
    [InlineData("Import-Csv", "files")]
    [InlineData("System.IO.File.ReadAllText", "files")]
    [InlineData("System.IO.Path.Combine", null)]
    [InlineData("> a file", "files")]
    [InlineData("$env:HOME", "environment")]
    [InlineData("$global:x", "state outside the strategy")]
    [InlineData("Invoke-RestMethod", "network")]
    [InlineData("System.Net.Http.HttpClient.new", "network")]
    [InlineData("System.Math.Max", null)]
    [InlineData("ForEach-Object", null)]
    public void What_a_script_uses_from_outside_has_a_kind(string name, string? kind) => Assert.Equal(kind, OutsideCalls.OfScript(name));

    private static StrategyAction At(long time) => new(time, ActionKind.Exit, default);

    private static string? Field(EntryOrder other) => new StrategyAction(1, ActionKind.Order, Order).FieldThatDiffers(new(1, ActionKind.Order, other), 0);
}
