using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Health;

/// <summary>The rows of one symbol of a feed.</summary>
internal static class SymbolRows
{
    /// <summary>Whether its subscription stands.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="sight">What the feed said of it.</param>
    /// <param name="isMarketClosed">Whether the market is closed.</param>
    public static HealthResult Subscription(string symbol, SymbolSight sight, bool isMarketClosed)
    {
        var check = $"subscription {symbol}";
        if (sight.Refusal is { } refusal) return new(check, HealthStates.Failed, refusal, $"Look whether the provider and the account have {symbol}; leave it out of the plan where they do not.");
        if (sight.IsConfirmed) return new(check, HealthStates.Ok, "confirmed", null);
        return isMarketClosed
            ? new(check, HealthStates.Ok, "not refused; the provider confirms it with the first price, and the market is closed", null)
            : new(check, HealthStates.Warning, "neither confirmed nor refused", "Look at the row of its first price.");
    }

    /// <summary>Whether it has a price.</summary>
    /// <param name="instrument">Symbol.</param>
    /// <param name="sight">What the feed said of it.</param>
    /// <param name="watched">What is expected.</param>
    /// <param name="index">Index of the symbol.</param>
    public static HealthResult FirstPrice(Instrument instrument, SymbolSight sight, WatchedSymbols watched, int index)
    {
        var check = $"first price {instrument.Symbol}";
        if (sight.Refusal is not null) return new(check, HealthStates.Warning, "not waited for: the subscription was refused", $"Put the row 'subscription {instrument.Symbol}' right first.");
        if (sight.Price is { } price)
        {
            var seen = string.Create(CultureInfo.InvariantCulture,
                $"{price.Tick.Price.ToString("F" + instrument.Digits, CultureInfo.InvariantCulture)} of {EventTime.ToIso(price.Tick.Time)}, {(price.Received - watched.Started) / 1000.0:0.0} s after the dial");
            return watched.IsFresh(sight) ? new(check, HealthStates.Ok, seen, null)
                : new(check, HealthStates.Warning, string.Create(CultureInfo.InvariantCulture, $"{seen}: it is {price.Lag / 1000.0:0} s old, and entries are blocked after {watched.MostAge / 1000} s"),
                    "Look whether the symbol is traded at this hour, and at the row of the clock.");
        }

        if (watched.IsQuiet(index)) return new(check, HealthStates.Ok, "none: its market is closed now", null);
        return sight.IsHalted
            ? new(check, HealthStates.Warning, "none: the provider says that it cannot be traded now", "Look whether the symbol is traded at this hour.")
            : new(check, HealthStates.Failed, string.Create(CultureInfo.InvariantCulture, $"none within {FeedCheck.Within.TotalSeconds:0} s in an open market"),
                "Look whether the provider's plan has live prices of this symbol, and whether another process uses the key.");
    }
}
