using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.History;

namespace Axfl.LiveHost;

/// <summary>The bars of a <see cref="SlotMarket"/> as history without a socket.</summary>
internal sealed class SlotHistory(IReadOnlyList<(int Symbol, Tick Tick)> ticks) : IHistory
{
    private readonly Dictionary<string, IReadOnlyList<Bar>> _bars = new() { ["EURUSD"] = SlotMarket.Bars(ticks, 0), ["GBPUSD"] = SlotMarket.Bars(ticks, 1) };

    public string Name => "made";

    public Task<IReadOnlyList<StepBar>> Fetch(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StepBar>>([.. _bars[instrument.Symbol].Where(b => b.Time >= from && b.Time < until).Select(static b => new StepBar(0, b))]);

    public void Dispose()
    {
        // Nothing is held.
    }
}
