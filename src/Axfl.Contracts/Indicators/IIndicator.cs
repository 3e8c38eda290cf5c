namespace Axfl.Contracts;

/// <summary>An indicator a strategy follows: it takes complete bars and knows its results at the last one, from that bar and those before it alone.</summary>
/// <remarks>Get one from <see cref="IIndicators.Open"/> in the strategy's constructor, and give it every bar: <c>Add</c> first, then ask.</remarks>
public interface IIndicator
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Names of its results.</summary>
    IReadOnlyList<string> Results { get; }

    /// <summary>Its main line at the last bar; <see cref="double.NaN"/> before it is defined. Every comparison with NaN is false.</summary>
    double Value { get; }

    /// <summary>A result at the last bar as a number: true is 1, false 0, a word its number in the source; <see cref="double.NaN"/> before it is defined.</summary>
    /// <param name="result">Its name; case and underscores do not matter.</param>
    /// <exception cref="AxflException">There is no such result (<c>IndicatorResultUnknown</c>), or it repaints (<c>IndicatorRepaints</c>).</exception>
    double this[string result] { get; }

    /// <summary>Every result at the last bar that does not repaint: a number (<see cref="double.NaN"/> before it is defined), true or false, or a word.</summary>
    IReadOnlyList<KeyValuePair<string, object?>> Row { get; }

    /// <summary>Takes one complete bar.</summary>
    void Add(in Bar bar);
}

/// <summary>Where a strategy gets indicators: <see cref="StrategySetup.Indicators"/>.</summary>
public interface IIndicators
{
    /// <summary>An indicator without bars yet.</summary>
    /// <param name="name">Bare for our own: atr, ema, swing_high, swing_low; <c>skender:macd</c> for one of the library, in a build that has it.</param>
    /// <param name="parameters">Values by name; what is omitted has its default.</param>
    /// <param name="bars">
    /// How many of the last bars a value is computed from; 0: all. The library's are computed anew at each bar at which they are asked for, so that a number
    /// here bounds the work of a long replay; an average that never forgets is then a little different, and what counts from the first bar is another number.
    /// </param>
    /// <exception cref="AxflException">
    /// There is no such indicator in this build (<c>IndicatorUnknown</c>), a parameter is unknown, missing or out of range (<c>IndicatorParameterInvalid</c>),
    /// it repaints (<c>IndicatorRepaints</c>), or it needs a second series (<c>IndicatorNeedsOther</c>).
    /// </exception>
    IIndicator Open(string name, IReadOnlyDictionary<string, object?>? parameters = null, int bars = 0);
}
