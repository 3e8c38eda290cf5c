namespace Axfl.Contracts;

/// <summary>What a strategy may ask for at the close of a bar. The gates of the portfolio decide.</summary>
public interface IOrderDesk
{
    /// <summary>Places an entry; an accepted one replaces the slot's pending entry.</summary>
    void Place(in EntryOrder order);

    /// <summary>Cancels the slot's pending entry, if any.</summary>
    void CancelEntry();

    /// <summary>Closes the slot's position at market, if any.</summary>
    void ExitPosition();
}
