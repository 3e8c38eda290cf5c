using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>Blocks at the fill when net positions on one of the symbol's two currencies would become more than the plan allows, either way. The base is named first.</summary>
internal sealed class MaxCurrencyNetGate() : Gate("max_currency_net")
{
    /// <inheritdoc/>
    public override Compared? Test(in GateCheck check)
    {
        if (!check.IsAtFill || check.Risk.MaxCurrencyNet is not { } most) return null;
        var (instrument, side) = (check.Market.Instrument, (int)check.Order.Side);
        return Exceeding(check, instrument.Base, side, most) ?? Exceeding(check, instrument.Quote, -side, most);
    }

    /// <inheritdoc/>
    internal override string Detail(in DecisionRecord decision) =>
        $"{decision.Subject} {DetailText.Number(decision.Left, "0")} > {DetailText.Number(decision.Right, "0")}";

    private static Compared? Exceeding(in GateCheck check, string currency, int added, int most)
    {
        var net = Math.Abs(CurrencyNet.Of(check.State, currency) + added);
        return net > most ? new Compared(net, most, currency) : null;
    }
}
