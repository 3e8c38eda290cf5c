using Axfl.Contracts;
using Axfl.Engine.Orders;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>A desk that writes down what it is asked for and does nothing: gates and costs can hide or feign nothing.</summary>
internal sealed class RecordingDesk : IOrderDesk
{
    private Bar _bar;

    /// <summary>What it was asked for, in order.</summary>
    public List<StrategyAction> Actions { get; } = [];

    /// <summary>The bar at whose close it is asked from now on.</summary>
    public void At(in Bar bar) => _bar = bar;

    /// <inheritdoc/>
    public void Place(in EntryOrder order)
    {
        var taken = OrderCheck.Checked(order);
        Actions.Add(new(_bar.Time, ActionKind.Order, taken.Type == EntryType.Market ? taken with { Price = _bar.Close } : taken));
    }

    /// <inheritdoc/>
    public void CancelEntry() => Actions.Add(new(_bar.Time, ActionKind.Cancel, default));

    /// <inheritdoc/>
    public void ExitPosition() => Actions.Add(new(_bar.Time, ActionKind.Exit, default));
}
