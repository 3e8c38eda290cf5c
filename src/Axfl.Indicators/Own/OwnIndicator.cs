using Axfl.Contracts;
using Axfl.Indicators.Kinds;

namespace Axfl.Indicators.Own;

/// <summary>One of our own indicators: a class of the contracts, fed bar by bar. Nothing repaints: a swing stands at the bar that confirms it.</summary>
/// <param name="Name">Its name, which is also its result's.</param>
/// <param name="HasLength">Whether it has the parameter length.</param>
/// <param name="WarmUpOf">Bars until its first value, by its length; null: the market decides.</param>
/// <param name="Start">The value after each bar, by its length; NaN before it is defined.</param>
internal sealed record OwnIndicator(string Name, bool HasLength, Func<int, int?> WarmUpOf, Func<int, Func<Bar, double>> Start) : IIndicatorKind
{
    private const int StandardLength = 14;

    private static readonly IndicatorParameterInfo Length = new("length", "integer", Required: false, StandardLength, []);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OwnIndicator> All { get; } =
    [
        new("atr", HasLength: true, n => n == int.MaxValue ? null : n + 1, n =>
        {
            var atr = new AverageTrueRange(n);
            return bar =>
            {
                atr.Add(bar);
                return atr.Value;
            };
        }),
        new("ema", HasLength: true, n => n, n =>
        {
            var ema = new ExponentialAverage(n);
            return bar =>
            {
                ema.Add(bar.Close);
                return ema.Value;
            };
        }),
        new("swing_high", HasLength: false, _ => null, _ => Swing(s => s.IsHigh ? s.Middle.High : double.NaN)),
        new("swing_low", HasLength: false, _ => null, _ => Swing(s => s.IsLow ? s.Middle.Low : double.NaN)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Repaints => [];

    /// <inheritdoc/>
    public string? RepaintsWhole => null;

    /// <inheritdoc/>
    public bool NeedsOther => false;

    /// <inheritdoc/>
    public IndicatorInfo Describe(IReadOnlyDictionary<string, object?>? parameters) =>
        new(Name, "built in", HasLength ? [Length] : [], [Name], WarmUpOf(LengthOf(parameters ?? new Dictionary<string, object?>())), NeedsOther: false, [], "");

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorRow> Compute(IndicatorRequest request)
    {
        if (request.Other is not null) throw IndicatorErrors.TakesNoOther(Name);
        var next = Start(LengthOf(request.Parameters));
        return [.. request.Bars.Select(bar =>
        {
            var value = next(bar);
            double? known = double.IsNaN(value) ? null : value;
            return new IndicatorRow(bar.OpenTime, Name, known, [new(Name, known)]);
        })];
    }

    /// <inheritdoc/>
    public IIndicator Open(IReadOnlyDictionary<string, object?> parameters, int bars) => bars == 0
        ? new Followed(Name, Start(LengthOf(parameters)))
        : throw IndicatorErrors.Parameter(Name, "it is kept up bar by bar over all bars at no cost: omit the number of bars.");

    private static Func<Bar, double> Swing(Func<Swings, double> value)
    {
        var swings = new Swings();
        return bar =>
        {
            swings.Add(bar);
            return value(swings);
        };
    }

    private int LengthOf(IReadOnlyDictionary<string, object?> parameters)
    {
        var length = StandardLength;
        foreach (var (name, value) in parameters)
        {
            if (!HasLength || !IndicatorNames.Same.Equals(name, Length.Name)) throw IndicatorErrors.UnknownParameter(Name, name, HasLength ? [Length.Name] : []);
            length = (int)IndicatorArguments.Read(Name, Length.Name, value, typeof(int))!;
            if (length < 1) throw IndicatorErrors.Parameter(Name, $"length is {length}; give a whole number of bars, at least 1.");
        }

        return length;
    }

    private sealed class Followed(string name, Func<Bar, double> next) : IIndicator
    {
        public string Name => name;

        public IReadOnlyList<string> Results { get; } = [name];

        public double Value { get; private set; } = double.NaN;

        public IReadOnlyList<KeyValuePair<string, object?>> Row => [new(name, Value)];

        public double this[string result] => IndicatorNames.Same.Equals(result, name) ? Value : throw IndicatorErrors.UnknownResult(name, result, Results);

        public void Add(in Bar bar) => Value = next(bar);
    }
}
