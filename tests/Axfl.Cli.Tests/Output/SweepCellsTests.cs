using Axfl.Cli.Output;

namespace Axfl.Cli.Tests.Output;

public class SweepCellsTests
{
    [Theory]
    [InlineData("strategies.lsg.params.sweep_pips", "lsg.params.sweep_pips")]
    [InlineData("strategies.arls.params.sweep_pips", "arls.params.sweep_pips")]
    [InlineData("strategies.lsg.params.rr", "rr")]
    [InlineData("spread", "spread")]
    public void An_axis_has_as_much_of_its_key_as_tells_it_from_the_others(string axis, string name) =>
        Assert.Equal(name, SweepCells.Name(axis, ["strategies.lsg.params.sweep_pips", "strategies.arls.params.sweep_pips", "strategies.lsg.params.rr", "spread"]));

    [Fact]
    public void A_value_of_null_is_not_a_missing_one()
    {
        var parameters = new Dictionary<string, object?> { ["a"] = null, ["b"] = true, ["c"] = 1.5, ["d"] = "path" };
        Assert.Equal(["null", "true", "1.5", "path", "-"], new[] { "a", "b", "c", "d", "e" }.Select(axis => SweepCells.Value(parameters, axis)));
    }
}
