namespace Axfl.Indicators.Skender;

/// <summary>Indicators of the library whose values at earlier bars change when later bars come.</summary>
/// <remarks>A test computes every indicator of the library over each beginning of several series, and what changes must be exactly what is listed here.</remarks>
internal static class SkenderRepainting
{
    private static readonly Dictionary<string, Entry> Known = new(StringComparer.Ordinal)
    {
        ["Dpo"] = new("it is centred: the value at a bar is computed from the half period after it."),
        ["Fractal"] = new("a bar is a fractal only once the bars after it are known."),
        ["Ichimoku"] = new("the lagging line at a bar is the close of a later one.", "chikouSpan"),
        ["Pivots"] = new("a bar is a pivot only once the bars after it are known, and its lines are drawn back to the pivot before."),
        ["RenkoAtr"] = new("the size of all bricks follows the ATR of the last bar; 'skender:renko' takes a fixed size."),
        ["Slope"] = new("the line is drawn through the last bars alone, and moves on with them.", "line"),
        ["StdDevChannels"] = new("the channels are laid backwards from the last bar."),
        ["VolatilityStop"] = new("what it says before its first stop is a guess that is taken back when the stop comes."),
        ["ZigZag"] = new("a turn is known only once the price has come back from it, and the line is drawn back to it."),
    };

    /// <summary>What repaints of an indicator; null: nothing.</summary>
    public static Entry? Of(string libraryName) => Known.GetValueOrDefault(libraryName);

    /// <summary>What repaints of one indicator.</summary>
    /// <param name="Why">The reason, a sentence.</param>
    /// <param name="Results">Which results; empty: all.</param>
    internal sealed record Entry(string Why, params string[] Results);
}
