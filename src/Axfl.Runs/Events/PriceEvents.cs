using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>A price is too far from the last one: it is held until others agree with it.</summary>
/// <param name="Time">When it came, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Price">The price.</param>
/// <param name="Last">What it was compared with.</param>
internal sealed record PriceHeld(long Time, string Symbol, double Price, double Last) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Text($"{At(Time)} {Symbol}: the price {Price} is too far from {Last}: it is held until two more agree with it.");
}

/// <summary>Prices far from the last one agree with each other and are believed.</summary>
/// <param name="Time">When the last of them came, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Count">How many.</param>
/// <param name="Price">The last of them.</param>
/// <param name="Last">What they were compared with.</param>
internal sealed record PriceBelieved(long Time, string Symbol, int Count, double Price, double Last) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        Text($"{At(Time)} {Symbol}: {Count} prices in a row agree on {Price}, {(Price / Last - 1) * 100:+0.0;-0.0} % from {Last}: they are believed, and stops and targets go by them.");
}

/// <summary>Prices have begun to come late, or no longer do.</summary>
/// <param name="LagMs">Median of their receipt behind their stamp, ms.</param>
/// <param name="IsLate">Whether that is more than <c>live.max_lag_ms</c>.</param>
internal sealed record PriceLagChanged(double LagMs, bool IsLate) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => IsLate ? NoticeLevel.Warning : NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => Text($"Prices arrive {LagMs / 1000:0.0} s after their stamp") + (IsLate
        ? ", later than live.max_lag_ms allows: the provider, the line or this machine's clock is late, and bars may lack their last prices."
        : " again.");
}

/// <summary>This machine's clock is corrected by the prices, or agrees with them again.</summary>
/// <param name="SkewMs">What is added to it, ms; 0: nothing.</param>
public sealed record ClockCorrected(long SkewMs) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => SkewMs == 0 ? NoticeLevel.Information : NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Describe(SkewMs) ?? "This machine's clock agrees with the prices again.";

    /// <summary>What is wrong with the clock; null: nothing.</summary>
    /// <param name="skew">What is added to it, ms.</param>
    public static string? Describe(long skew) => skew == 0 ? null : Text(
        $"This machine's clock is {Math.Abs(skew) / 1000.0:0.0} s {(skew > 0 ? "behind" : "ahead of")} the prices of all symbols: set it. Until then prices are judged against the clock corrected by that.");
}

/// <summary>Prices stamped far ahead were taken while the clock was corrected: none is used until their time has come.</summary>
/// <param name="Time">Now, unix ms.</param>
/// <param name="Until">The newest of their stamps, unix ms.</param>
public sealed record PricesAhead(long Time, long Until) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"{At(Time)} Prices stamped up to {At(Until)} were taken while this machine's clock was corrected by them, and time does not go back: no price is used until then, and positions are "
        + "not managed. If the stamps were wrong, stop this run and begin another.";
}
