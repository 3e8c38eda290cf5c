using Axfl.Contracts;
using Axfl.Engine.Fills;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>The words of a sessions file for what the engine's plan has as types.</summary>
internal static class EnumNames
{
    /// <summary>Where bars and prices can come from.</summary>
    public static readonly string[] Sources = ["auto", "simulated", "csv", .. PriceProviders.All.Select(p => p.Name), "journal"];

    /// <summary>How a fill inside a bar is decided.</summary>
    public static readonly (string Word, IntrabarPolicy Value)[] Intrabar = [.. IntrabarModels.Names];

    /// <summary>True: at the signal bar's close.</summary>
    public static readonly (string Word, bool Value)[] MarketFill = [("next_open", false), ("close", true)];

    /// <summary>True: measured.</summary>
    public static readonly (string Word, bool Value)[] Spread = [("configured", false), ("measured", true)];

    /// <summary>True: of the starting equity throughout.</summary>
    public static readonly (string Word, bool Value)[] RiskBasis = [("equity", false), ("fixed", true)];

    /// <summary>Fills that pay slippage.</summary>
    public static readonly (string Word, SlippageOn Value)[] Slippage =
        [("entry", SlippageOn.Entry), ("stop", SlippageOn.Stop), ("time", SlippageOn.Time), ("target", SlippageOn.Target)];

    /// <summary><c>[entry, stop]</c>.</summary>
    public static string Show(SlippageOn fills) => $"[{string.Join(", ", Slippage.Where(s => fills.HasFlag(s.Value)).Select(s => s.Word))}]";

    /// <summary>The word of a value.</summary>
    public static string WordOf<T>(this (string Word, T Value)[] words, T value)
        where T : struct => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word;
}
