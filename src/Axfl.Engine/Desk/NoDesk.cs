using Axfl.Contracts;

namespace Axfl.Engine.Desk;

/// <summary>A desk that takes no orders: a strategy that is made again sees its bars before it.</summary>
internal sealed class NoDesk : IOrderDesk
{
    public static NoDesk Instance { get; } = new();

    public void Place(in EntryOrder order)
    {
        // It was dealt with when the bar was new.
    }

    public void CancelEntry()
    {
        // Likewise.
    }

    public void ExitPosition()
    {
        // Likewise.
    }
}
