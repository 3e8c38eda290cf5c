using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Tests.Risk;

public class HaltKindsTests
{
    [Theory]
    [InlineData("strategy_daily_stop", HaltUnit.R)]
    [InlineData("portfolio_halted", HaltUnit.R)]
    [InlineData("portfolio_target", HaltUnit.R)]
    [InlineData("drawdown", HaltUnit.Equity)]
    [InlineData("loss_streak", HaltUnit.Losses)]
    [InlineData("of a later version", HaltUnit.R)]
    public void The_numbers_of_a_halt_have_the_unit_of_its_kind(string name, HaltUnit unit) => Assert.Equal(unit, HaltKinds.UnitOf(name));
}
