using Axfl.Runs.Pictures;

namespace Axfl.Runs.Tests.Pictures;

public class GaugesTests
{
    [Theory]
    [InlineData(0, "..........")]
    [InlineData(-1, "..........")]
    [InlineData(0.01, "#.........")]
    [InlineData(0.5, "#####.....")]
    [InlineData(0.99, "#########.")]
    [InlineData(1, "##########")]
    [InlineData(7, "##########")]
    public void One_that_has_begun_shows_it_and_one_that_is_not_full_does_not_look_so(double share, string bar) => Assert.Equal(bar, Gauges.Fill(share, 10, Glyphs.Ascii));

    [Theory]
    [InlineData(0.5, 0.75, true, "|----+--O--|")]
    [InlineData(0.5, 0.5, true, "|-----O----|")]
    [InlineData(0.5, -3, true, "O-----+----|")]
    [InlineData(0.5, 3, false, "|-----+----O")]
    [InlineData(0.5, 0.25, false, "|--O--+---->")]
    [InlineData(double.NaN, 0.25, true, "+--O-------|")]
    public void A_price_stands_between_stop_loss_and_target(double entry, double price, bool hasTarget, string bar)
    {
        var drawn = Gauges.Between(entry, price, hasTarget, 12, Glyphs.Ascii);
        Assert.Equal(12, drawn.Length);
        Assert.Equal(bar.Replace("-", "", StringComparison.Ordinal), drawn.Replace("-", "", StringComparison.Ordinal));
    }
}
