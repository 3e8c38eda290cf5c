using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Results;
using Axfl.Engine.Status;

namespace Axfl.Engine.Tests.Results;

/// <summary>The words of files and status.</summary>
public class NamesTests
{
    // Written down in files of years: none may change, and of the gates the first that blocks is recorded. A new one may stand between them.
    [Fact]
    public void Of_results_the_gates_in_their_order()
    {
        string[] names =
        [
            "accepted", "filled", "warmup", "session", "stale", "portfolio_halted", "drawdown", "strategy_daily_stop", "strategy_daily_trades", "cooldown",
            "position_open", "max_symbol_positions", "max_open_positions", "spread", "risk_distance", "size",
            "session", "expired", "replaced", "halt", "strategy", "end",
        ];
        Assert.Equal(names, DecisionResults.InOrder.Select(r => r.Name).Where(names.Contains));
    }

    [Fact]
    public void Of_reasons_in_the_order_in_which_a_bar_asks_them()
    {
        string[] names = ["HALT", "EXIT", "TIME", "TIME", "SL", "TP", "END"];
        Assert.Equal(names, ExitReasons.InOrder.Select(r => r.Name).Where(names.Contains));
    }

    [Fact]
    public void A_written_state_finds_each_result_and_reason_again()
    {
        Assert.Equal(DecisionResults.InOrder.Count, DecisionResults.InOrder.Select(r => (r.Kind, r.Name)).Distinct().Count());
        Assert.Equal(ExitReasons.InOrder.Count, ExitReasons.InOrder.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void Of_stages_sides_and_types()
    {
        Assert.Equal(["place", "fill", "cancel"], Enum.GetValues<DecisionStage>().Select(s => s.Name()));
        Assert.Equal(("long", "short"), (Side.Long.Name(), Side.Short.Name()));
        Assert.Equal(("market", "stop", "limit"), (EntryType.Market.Name(), EntryType.Stop.Name(), EntryType.Limit.Name()));
    }
}
