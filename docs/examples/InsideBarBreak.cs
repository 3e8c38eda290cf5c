// A strategy of your own in C#: an inside bar in session, entered at the break of the bar before it.
// Build it into an assembly that references Axfl.Contracts, then:
//   Start-AxflLivePort -StrategyAssembly ./ExampleStrategies.dll -Path sessions.yaml
//   axfl live-port --strategy-assembly ExampleStrategies.dll --cfg sessions.yaml
// and name it in the sessions file:   - name: inside_bar
using Axfl.Contracts;

namespace Examples;

/// <summary>Parameters: a property is a key of the sessions file (least_range_pips), its initial value the default.</summary>
public sealed record InsideBarParameters : StrategyParameters
{
    [StrategyParameter("pips", Min = 0, Max = 1000, Help = "A smaller mother bar is left alone.")]
    public double LeastRangePips { get; init; } = 5;

    [StrategyParameter("bars", Min = 1, Max = 100, Help = "Bars for which the order waits.")]
    public int WaitBars { get; init; } = 3;
}

/// <summary>Buys or sells the break of a mother bar in the direction in which the inside bar closed.</summary>
[Strategy("inside_bar", "An inside bar, entered at the break of its mother bar")]
public sealed class InsideBarBreak(InsideBarParameters parameters, StrategySetup setup) : IStrategy
{
    private Bar _mother;

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var inside = bar.High < _mother.High && bar.Low > _mother.Low;
        if (inside && Prices.AtLeast(_mother.High - _mother.Low, parameters.LeastRangePips * setup.Instrument.Pip))
        {
            var expiry = bar.Time + (parameters.WaitBars + 1) * setup.Interval.Milliseconds;
            var (high, low) = (_mother.High, _mother.Low);
            desk.Place(bar.Close >= bar.Open
                ? new EntryOrder(Side.Long, EntryType.Stop, high, low, high + parameters.TargetR * (high - low), expiry, "inside_up")
                : new EntryOrder(Side.Short, EntryType.Stop, low, high, low - parameters.TargetR * (high - low), expiry, "inside_down"));
        }

        _mother = bar;
    }
}
