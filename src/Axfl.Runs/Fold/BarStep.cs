using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Fold;

/// <summary>The bars of all symbols that closed with one open time, in plan order: one step of the engine.</summary>
/// <param name="OpenTime">Open time, unix ms, UTC.</param>
/// <param name="Bars">At least one.</param>
internal sealed record BarStep(long OpenTime, IReadOnlyList<BuiltBar> Bars);

/// <summary>A bar made of ticks.</summary>
/// <param name="Bar">Mid prices with the measured spreads; volume 0, since a count of ticks is no volume.</param>
/// <param name="Ticks">Ticks in it, at least 1.</param>
/// <param name="Broken">Part of it was not seen (start of the feed, lost connection): history should replace it.</param>
internal readonly record struct BuiltBar(StepBar Bar, int Ticks, bool Broken);
