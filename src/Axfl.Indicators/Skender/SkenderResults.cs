using System.Reflection;
using System.Text.Json;
using Axfl.Indicators.Kinds;
using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>Reads every result of a row of the library; the properties of a candle in it by themselves, e.g. candleBody.</summary>
internal sealed class SkenderResults
{
    private readonly List<(string Name, Func<object, object?> Read)> _results = [];
    private readonly int _main = -1;

    /// <param name="row">Type of the rows.</param>
    public SkenderResults(Type row)
    {
        foreach (var property in PropertiesOf(row))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!typeof(ISeries).IsAssignableFrom(property.PropertyType))
            {
                if (_main < 0 && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type && (type == typeof(double) || type == typeof(decimal)))
                    _main = _results.Count;
                _results.Add((name, property.GetValue));
            }
            else
                foreach (var part in PropertiesOf(property.PropertyType))
                    _results.Add((name + part.Name, whole => property.GetValue(whole) is { } inner ? part.GetValue(inner) : null));
        }

        Names = [.. _results.Select(r => r.Name)];
    }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A result as the library has it.</summary>
    public object? Raw(object row, int index) => _results[index].Read(row);

    /// <summary>Place of a result; -1: there is none.</summary>
    public int IndexOf(string name) => _results.FindIndex(r => IndicatorNames.Same.Equals(r.Name, name));

    /// <summary>The main line as a number; null before it is defined: the library's own choice, else the first number.</summary>
    public double? Value(object row) => Finite(row is IReusableResult reusable ? reusable.Value : _main >= 0 ? Number(_results[_main].Read(row)) : null);

    /// <summary>A result for people: a number, true or false, or a word; null before it is defined.</summary>
    public static object? Shown(object? raw) => raw switch
    {
        null or bool or string => raw,
        Enum choice => choice.ToString(),
        DateTime time => time,
        _ => Finite(Number(raw)),
    };

    /// <summary>A result as a number; null before it is defined.</summary>
    public static double? Number(object? raw) => raw switch
    {
        null or string or DateTime => null,
        bool truth => truth ? 1 : 0,
        _ => Convert.ToDouble(raw, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? value : null;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties().Where(p => p.Name != nameof(ISeries.Date) && p.GetIndexParameters().Length == 0);
}
