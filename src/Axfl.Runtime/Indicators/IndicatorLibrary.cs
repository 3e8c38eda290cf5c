using System.Globalization;
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
    /// <exception cref="AxflException">There is no such indicator, or its length is no whole number of at least 1.</exception>
    public static IReadOnlyList<IndicatorPoint> Compute(string name, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<Bar> bars)
    {
        var length = parameters.GetValueOrDefault("length", 14);
        if (!(length >= 1 && length <= int.MaxValue && length == Math.Floor(length)))
        {
            throw new AxflException("IndicatorLengthInvalid", ErrorKind.Configuration,
                string.Create(CultureInfo.InvariantCulture, $"{name}: length is {length}; give a whole number of bars, at least 1."));
        }

        if (BuiltIn.TryGetValue(name, out var compute))
            return [.. compute((int)length, bars).Zip(bars, (value, bar) => Point(bar.OpenTime, name, value))];
#if SKENDER
        try
        {
            if (ComputeSkender(name, parameters, bars) is { } points) return points;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new AxflException("IndicatorLengthInvalid", ErrorKind.Configuration, $"{name}: {e.Message}", e);
        }
#endif
        throw new AxflException("IndicatorUnknown", ErrorKind.Configuration,
            $"There is no indicator '{name}'. On offer: {string.Join(", ", Catalogue.Names)}. {Catalogue.Note}")
        { Target = name };
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
