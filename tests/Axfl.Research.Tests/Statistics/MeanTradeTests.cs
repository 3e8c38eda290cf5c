using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class MeanTradeTests
{
    [Fact]
    public void The_error_goes_by_days_and_not_by_trades()
    {
        var mean = MeanTrade.Of([(0, 2), (0.5, 1), (-2, 2), (2, 1)])!;
        Assert.Equal((6, 4), (mean.Trades, mean.Days));
        Assert.Equal(0.5 / 6, mean.Mean, 1e-12);
        Assert.Equal(0.563371, mean.Error!.Value, 1e-6);
        Assert.Equal(0.147919, mean.T!.Value, 1e-6);
    }

    [Fact]
    public void One_day_has_no_error_and_none_has_no_mean()
    {
        Assert.Null(MeanTrade.Of([(1, 3)])!.Error);
        Assert.Null(MeanTrade.Of([]));
    }
}
