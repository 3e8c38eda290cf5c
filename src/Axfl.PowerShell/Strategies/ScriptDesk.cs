using System.Collections;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>What a script-block strategy asks for: $desk. Valid during the call only.</summary>
public sealed class ScriptDesk
{
    private IOrderDesk? _desk;
    private readonly ScriptParameters _parameters;
    private readonly ScriptIndicators _indicators;
    private Bar _bar;

    internal ScriptDesk(StrategySetup setup, ScriptParameters parameters, bool usesIndicators)
    {
        _parameters = parameters;
        _indicators = new ScriptIndicators(setup.Indicators, usesIndicators);
        Symbol = setup.Instrument.Symbol;
        Pip = setup.Instrument.Pip;
        Digits = setup.Instrument.Digits;
        Interval = setup.Interval.ToString();
    }

    /// <summary>Symbol of the bar.</summary>
    public string Symbol { get; }

    /// <summary>Size of a pip, quote currency.</summary>
    public double Pip { get; }

    /// <summary>Decimals of a price.</summary>
    public int Digits { get; }

    /// <summary>Bar length, e.g. <c>5m</c>.</summary>
    public string Interval { get; }

    /// <summary>Enters at the next open.</summary>
    /// <param name="side">long or short.</param>
    /// <param name="stopLoss">Protective stop, mid price.</param>
    /// <param name="target">Profit target, mid price; none when left out.</param>
    /// <param name="tag">What the signal was.</param>
    public void Market(Side side, double stopLoss, double target = double.NaN, string tag = "") =>
        Place(new EntryOrder(side, EntryType.Market, _bar.Close, stopLoss, target, long.MaxValue, tag ?? ""));

    /// <summary>Enters when the market reaches a price beyond the present one.</summary>
    /// <param name="side">long or short.</param>
    /// <param name="price">Trigger, mid price.</param>
    /// <param name="stopLoss">Protective stop.</param>
    /// <param name="target">Profit target; none when left out.</param>
    /// <param name="minutes">Minutes from the open of this bar after which it is cancelled; 0: never.</param>
    /// <param name="tag">What the signal was.</param>
    public void Stop(Side side, double price, double stopLoss, double target = double.NaN, int minutes = 0, string tag = "") =>
        Place(new EntryOrder(side, EntryType.Stop, price, stopLoss, target, Expiry(minutes), tag ?? ""));

    /// <summary>Enters when the market comes to a better price than the present one.</summary>
    /// <param name="side">long or short.</param>
    /// <param name="price">Limit, mid price.</param>
    /// <param name="stopLoss">Protective stop.</param>
    /// <param name="target">Profit target; none when left out.</param>
    /// <param name="minutes">Minutes from the open of this bar after which it is cancelled; 0: never.</param>
    /// <param name="tag">What the signal was.</param>
    public void Limit(Side side, double price, double stopLoss, double target = double.NaN, int minutes = 0, string tag = "") =>
        Place(new EntryOrder(side, EntryType.Limit, price, stopLoss, target, Expiry(minutes), tag ?? ""));

    /// <summary>Cancels the pending order, if any.</summary>
    public void CancelEntry() => Present().CancelEntry();

    /// <summary>Closes the position at market, if any.</summary>
    public void ExitPosition() => Present().ExitPosition();

    /// <summary>Results of an indicator at this bar, from this bar and those before it alone.</summary>
    /// <param name="name">Bare for our own: atr, ema, swing_high, swing_low; skender:macd for one of the library.</param>
    /// <param name="parameters">Values by name; what is omitted has its default.</param>
    /// <param name="bars">How many of the last bars the library's are computed from; 0: all that the strategy has seen.</param>
    /// <returns>A table of the results, and Value, the main line. A number that is not defined yet is NaN, and every comparison with NaN is false.</returns>
    public Hashtable Indicator(string name, IDictionary? parameters = null, int bars = 0)
    {
        _ = Present();
        return _indicators.At(name, parameters, bars);
    }

    // What was asked for by a name that is not there: a parameter, or a result of an indicator.
    internal string? Unknown => _parameters.Unknown ?? _indicators.Unknown;

    internal void Open(IOrderDesk desk, in Bar bar)
    {
        _indicators.Add(bar);
        _desk = desk;
        _bar = bar;
    }

    internal void Close() => _desk = null;

    private long Expiry(int minutes) => minutes switch
    {
        < 0 => throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "The minutes after which an order is cancelled must not be below 0; 0: never."),
        0 => long.MaxValue,
        _ => _bar.Time + minutes * EventTime.Minute,
    };

    private void Place(in EntryOrder order)
    {
        // An order computed from what is not there must not be placed.
        if (Unknown is { } unknown) throw new System.Management.Automation.PropertyNotFoundException(unknown);
        Present().Place(order);
    }

    private IOrderDesk Present() => _desk ?? throw new InvalidOperationException("$desk is valid during the call for a bar only: do not keep it.");
}
