using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;

namespace Axfl.Strategies.Tests;

/// <summary>One strategy fed bars in pips from 1.1000; what it placed, and when.</summary>
internal sealed class StrategyRun : IOrderDesk
{
    private readonly List<(long Time, EntryOrder Order)> _orders = [];
    private readonly IStrategy _strategy;
    private readonly int _minutes;
    private long _now;

    public StrategyRun(string name, int minutes = 5, params (string Name, object? Value)[] values)
    {
        _minutes = minutes;
        _strategy = StrategyCatalogue.BuiltIn.Single(d => d.Name == name)
            .Create(new StrategySetup(EngineHarness.EurUsd, new Interval(minutes), values.ToDictionary(v => v.Name, v => v.Value)));
    }

    /// <summary>Each order as <c>HH:mm side type price stop target tag</c>, in pips, a target it has not left away.</summary>
    public string[] Orders => [.. _orders.Select(o => string.Create(CultureInfo.InvariantCulture,
        $"{EventTime.ToDateTime(o.Time):HH:mm} {o.Order.Side.Name()} {o.Order.Type.Name()} {Pips.Of(o.Order.Price)} {Pips.Of(o.Order.StopLoss)} {Pips.Of(o.Order.Target)} {o.Order.Tag}"))];

    public EntryOrder Order => Assert.Single(_orders).Order;

    /// <summary>Bars one after the other from a time of 2026-01-13 on.</summary>
    public StrategyRun Bars(string from, params (double Open, double High, double Low, double Close)[] bars) => On("2026-01-13", from, bars);

    /// <summary>The same of any date.</summary>
    public StrategyRun On(string date, string from, params (double Open, double High, double Low, double Close)[] bars)
    {
        var time = EngineHarness.At($"{date}T{from}:00Z");
        foreach (var (open, high, low, close) in bars)
        {
            _now = time;
            _strategy.OnBar(new Bar(time, Pips.Price(open), Pips.Price(high), Pips.Price(low), Pips.Price(close)), this);
            time += _minutes * EventTime.Minute;
        }

        return this;
    }

    /// <summary>So many bars at one price with a range to both sides.</summary>
    public StrategyRun Quiet(string from, int count, double price = 0, double range = 0, string date = "2026-01-13") =>
        On(date, from, [.. Enumerable.Repeat((price, price + range, price - range, price), count)]);

    public void Place(in EntryOrder order) => _orders.Add((_now, order));

    public void CancelEntry() => throw new NotSupportedException();

    public void ExitPosition() => throw new NotSupportedException();
}
