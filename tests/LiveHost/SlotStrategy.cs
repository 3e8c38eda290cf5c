using Axfl.Contracts;

namespace Axfl.LiveHost;

/// <summary>Parameters of <see cref="SlotStrategy"/>: those every strategy has.</summary>
public sealed record SlotParameters : StrategyParameters;

/// <summary>
/// One trade in each ten minutes, EURUSD at the market and others by a stop or limit, that has ended before the next begins: what a gap changes, it changes
/// in the slots it touches and nowhere else.
/// </summary>
[Strategy("slots", "One trade in each ten minutes, for tests.")]
public sealed class SlotStrategy(SlotParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly double _pip = setup.Instrument.Pip;
    private readonly bool _isMarket = setup.Instrument.Symbol == "EURUSD" && parameters is not null;

    /// <summary>Length of a slot, ms.</summary>
    public const long Slot = 10 * EventTime.Minute;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var (slot, minute) = (bar.Time / Slot, bar.Time % Slot / EventTime.Minute);
        if (minute == 0) Enter(slot, bar, desk);
        else if (minute == 8)
        {
            desk.CancelEntry();
            desk.ExitPosition();
        }
    }

    private void Enter(long slot, in Bar bar, IOrderDesk desk)
    {
        var side = slot % 2 == 0 ? Side.Long : Side.Short;
        var d = (int)side * _pip;
        if (_isMarket) desk.Place(new EntryOrder(side, EntryType.Market, 0, bar.Close - 6 * d, bar.Close + 6 * d));
        else if (slot % 4 < 2) desk.Place(new EntryOrder(side, EntryType.Stop, bar.Close + 3 * d, bar.Close - 4 * d, bar.Close + 8 * d, bar.Time + 6 * EventTime.Minute));
        else desk.Place(new EntryOrder(side, EntryType.Limit, bar.Close - 3 * d, bar.Close - 8 * d, bar.Close + 4 * d));
    }
}
