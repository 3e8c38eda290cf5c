using Axfl.Cli.Hosting;

namespace Axfl.Cli.Tests.Hosting;

public class DynamicCodeTests
{
    [Theory]
    [InlineData(false, "live-port", "--data", "EURUSD=a.csv")]
    [InlineData(false, "data", "check", "a.csv")]
    [InlineData(true, "live-port", "--strategy-assembly", "own.dll")]
    [InlineData(true, "journal", "check", "--strategy-assembly=own.dll")]
    [InlineData(true, "live-port", "--mode", "ws", "--resume")]
    [InlineData(true, "live-port", "@arguments")]
    public void Code_may_be_made_where_strategies_of_others_may_come_in(bool expected, params string[] args) =>
        Assert.Equal(expected, DynamicCode.MayBeNeeded(args));
}
