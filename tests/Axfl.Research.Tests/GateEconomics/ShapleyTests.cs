using Axfl.Research.GateEconomics;

namespace Axfl.Research.Tests.GateEconomics;

public class ShapleyTests
{
    [Fact]
    public void Two_rules_share_what_they_save_together()
    {
        // None -10, A -6, B -7, both -2.
        var shares = Shapley.Values([-10, -6, -7, -2]);
        Assert.Equal(4.5, shares[0], 9);
        Assert.Equal(3.5, shares[1], 9);
    }

    [Fact]
    public void One_rule_has_all_of_it() => Assert.Equal([8.0], Shapley.Values([-10, -2]));

    [Fact]
    public void A_rule_that_changes_nothing_has_nothing_and_equal_ones_have_equal_shares()
    {
        // Rule 2 never matters; 0 and 1 together make 6, alone nothing.
        var shares = Shapley.Values([0, 0, 0, 6, 0, 0, 0, 6]);
        Assert.Equal([3.0, 3.0, 0.0], shares.Select(s => Math.Round(s, 9)));
    }

    [Fact]
    public void Shares_are_together_what_all_make_less_what_none_makes()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 1 << 9).Select(_ => random.NextDouble() * 100 - 50)];
        Assert.Equal(values[^1] - values[0], Shapley.Values(values).Sum(), 9);
    }
}
