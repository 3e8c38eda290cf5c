using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class HolmTests
{
    [Fact]
    public void The_least_is_multiplied_by_their_number_the_next_by_one_less_and_none_is_below_one_before_it() =>
        Assert.Equal([0.06, 0.04, 0.06, 0.5], Holm.Adjust([0.03, 0.01, 0.02, 0.5]).Select(p => Math.Round(p!.Value, 12)));

    [Fact]
    public void None_is_above_one() => Assert.Equal([1.0, 1.0], Holm.Adjust([0.6, 0.9]).Select(p => p!.Value));

    [Fact]
    public void Undefined_ones_stay_undefined_and_do_not_count() => Assert.Equal([null, 0.02, 0.04], Holm.Adjust([null, 0.01, 0.04]).Select(p => p is { } v ? Math.Round(v, 12) : (double?)null));
}
