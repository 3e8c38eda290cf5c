using Axfl.Contracts;

namespace Axfl.Engine.Streams;

/// <summary>One call of a strategy at its desk, kept: 56 bytes.</summary>
/// <param name="Time">Open time of the bar at whose close it was, unix ms: whoever waits for it need not look at the bar.</param>
/// <param name="Bar">Index of that bar.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Side">Side of an entry.</param>
/// <param name="Type">Type of an entry.</param>
/// <param name="Tag">Index of its tag in the stream.</param>
/// <param name="Price">Its price.</param>
/// <param name="StopLoss">Its stop loss.</param>
/// <param name="Target">Its target.</param>
/// <param name="Expiry">Its expiry, unix ms.</param>
internal readonly record struct SignalAction(
    long Time, int Bar, SignalKind Kind, sbyte Side, byte Type, int Tag, double Price, double StopLoss, double Target, long Expiry)
{
    /// <summary>Memory of one, bytes.</summary>
    public const int Bytes = 56;

    public static SignalAction Place(long time, int bar, in EntryOrder order, int tag) => new(
        time, bar, SignalKind.Place, (sbyte)order.Side, (byte)order.Type, tag, order.Price, order.StopLoss, order.Target, order.Expiry);

    public static SignalAction Of(long time, int bar, SignalKind kind) => new(time, bar, kind, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The entry placed.</summary>
    public EntryOrder Order(string tag) => new((Side)Side, (EntryType)Type, Price, StopLoss, Target, Expiry, tag);
}

/// <summary>What a strategy did.</summary>
internal enum SignalKind : byte
{
    /// <summary>It placed an entry.</summary>
    Place,

    /// <summary>It cancelled its pending entry.</summary>
    Cancel,

    /// <summary>It asked for its position to be closed.</summary>
    Exit,

    /// <summary>It failed: the stream ends here.</summary>
    Failure,
}
