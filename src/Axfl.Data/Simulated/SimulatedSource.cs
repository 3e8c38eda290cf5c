using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;

namespace Axfl.Data.Simulated;

/// <summary>Made-up but plausible FX bars, the same on every machine: quiet nights, London opens that sweep the night's range, closed weekends.</summary>
/// <param name="request">Symbols, interval and period; an open period is the third quarter of 2025.</param>
public sealed class SimulatedSource(SourceRequest request) : IBarSource
{
    private static readonly long DefaultFrom = EventTime.FromDateTime(new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc));
    private const int DefaultDays = 92;
    private readonly List<SimulatedBars> _open = [];

    /// <inheritdoc/>
    public string Name => "simulated";

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; } =
    [
        $"{string.Join(", ", request.Symbols.Select(s => s.Symbol))}: simulated {request.Interval} bars, not market data",
        .. request.Symbols.Where(Metals.Is).Select(s => $"{s.Symbol}: the simulated market has bars from 17:00 to 18:00 New York, when the real one rests"),
    ];

    /// <inheritdoc/>
    public double Progress => _open.Count == 0 ? 0 : _open.Average(o => o.Progress);

    /// <inheritdoc/>
    public long? FirstTime(int symbol) => request.From == long.MinValue ? DefaultFrom : request.From;

    /// <inheritdoc/>
    public IBarReader Open(int symbol, long from, long until)
    {
        var end = until != long.MaxValue ? until : Math.Max(DefaultFrom + DefaultDays * EventTime.Day, from + DefaultDays * EventTime.Day);
        if (request.From == long.MinValue && until == long.MaxValue) end = DefaultFrom + DefaultDays * EventTime.Day;
        var bars = new SimulatedBars(symbol, request.Symbols[symbol], request.Interval, from, end);
        _open.Add(bars);
        return bars;
    }
}
