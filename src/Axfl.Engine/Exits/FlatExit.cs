using Axfl.Engine.Calendars;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position at the open of the first bar, or at the first tick, that meets a window in which it is not to be open; at the next one when none did.</summary>
/// <param name="id">The rule.</param>
/// <param name="name">Its name in files and status.</param>
/// <param name="times">The windows of a symbol; null: it has none.</param>
internal abstract class FlatExit(string id, string name, Func<Market, FlatTimes?> times) : OpenExit(id, name)
{
    /// <inheritdoc/>
    public override bool Applies(Slot slot, long time) => times(slot.Market) is { } flat
        && (flat.AreMetBy(time, time + slot.Market.BarLength) || flat.LieWithin(slot.Market.SeenUntil, time));

    /// <inheritdoc/>
    public override long DueAfter(Slot slot, long time)
    {
        if (times(slot.Market) is not { } flat) return long.MaxValue;
        var start = flat.StartAfter(slot.Market.SeenUntil);
        return start == long.MaxValue ? long.MaxValue : start - slot.Market.BarLength + 1;
    }

    /// <inheritdoc/>
    public override bool IsLate(Slot slot, long time) => times(slot.Market) is { } flat && !flat.AreMetBy(time, time + slot.Market.BarLength);
}
