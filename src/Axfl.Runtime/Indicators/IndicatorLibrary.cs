using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Indicators over a series of bars: the engine's own, and those of Skender.Stock.Indicators when built with it.</summary>
internal static partial class IndicatorLibrary
{
    private static readonly Dictionary<string, Func<int, IReadOnlyList<Bar>, IEnumerable<double>>> BuiltIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["atr"] = (n, bars) =>
        {
            var atr = new AverageTrueRange(n);
            return bars.Select(b =>
            {
                atr.Add(b);
                return atr.Value;
            });
        },
        ["ema"] = (n, bars) =>
        {
            var ema = new ExponentialAverage(n);
            return bars.Select(b =>
            {
                ema.Add(b.Close);
                return ema.Value;
            });
        },
        ["swing_high"] = (_, bars) => Swing(bars, s => s.IsHigh ? s.Middle.High : double.NaN),
        ["swing_low"] = (_, bars) => Swing(bars, s => s.IsLow ? s.Middle.Low : double.NaN),
    };

    /// <summary>What is on offer.</summary>
#if SKENDER
    public static IndicatorCatalogue Catalogue { get; } = new([.. BuiltIn.Keys, .. SkenderNames], "");
#else
    public static IndicatorCatalogue Catalogue { get; } = new(
        [.. BuiltIn.Keys],
        "The catalogue of Skender.Stock.Indicators is not in this build. Build with -p:Skender=true where your package feed has it.");
#endif

    /// <summary>One point a bar, at the bar on which the value is known; null before it is defined.</summary>
    /// <exception cref="AxflException">There is no such indicator, or its length is not positive.</exception>
    public static IReadOnlyList<IndicatorPoint> Compute(string name, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<Bar> bars)
    {
        if (BuiltIn.TryGetValue(name, out var compute))
        {
            var length = (int)parameters.GetValueOrDefault("length", 14);
            if (length < 1) throw new AxflException("IndicatorLengthInvalid", ErrorKind.Configuration, $"{name}: length is {length}; it must be at least 1.");
            return [.. compute(length, bars).Zip(bars, (value, bar) => Point(bar.OpenTime, name, value))];
        }
#if SKENDER
        if (ComputeSkender(name, parameters, bars) is { } points) return points;
#endif
        throw new AxflException("IndicatorUnknown", ErrorKind.Configuration,
            $"There is no indicator '{name}'. On offer: {string.Join(", ", Catalogue.Names)}. {Catalogue.Note}") { Target = name };
    }

    private static IndicatorPoint Point(DateTime time, string name, double value) => new(time, name, double.IsNaN(value) ? null : value);

    private static IEnumerable<double> Swing(IReadOnlyList<Bar> bars, Func<Swings, double> value)
    {
        var swings = new Swings();
        return bars.Select(b =>
        {
            swings.Add(b);
            return value(swings);
        });
    }
}
