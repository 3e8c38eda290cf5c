using Axfl.Engine.Portfolio;

namespace Axfl.Testing.Harness;

/// <summary>Shared bars as they are in steps.</summary>
internal static class BarSteps
{
    /// <summary>All of them.</summary>
    /// <param name="bars">Bars of one symbol.</param>
    /// <param name="symbol">Its place in the plan.</param>
    public static StepBar[] ToSteps(this SharedBars bars, int symbol) => [.. Enumerable.Range(0, bars.Count).Select(i => bars.At(i, symbol))];
}
