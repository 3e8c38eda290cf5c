using System.Collections;
using System.Reflection;
using Axfl.Contracts;
using Axfl.Indicators.Kinds;
using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>One way of calling an indicator of the library: one overload over quotes.</summary>
internal sealed class SkenderForm
{
    private readonly MethodInfo _method;
    private readonly int _series;

    /// <param name="method">The overload, for <see cref="Quote"/>.</param>
    public SkenderForm(MethodInfo method)
    {
        _method = method;
        _series = SeriesOf(method);
        Parameters = [.. method.GetParameters().Skip(_series)];
        Row = RowType(method.ReturnType)!;
    }

    /// <summary>Its parameters behind the series.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Type of its rows.</summary>
    public Type Row { get; }

    /// <summary>Whether it compares two series.</summary>
    public bool NeedsOther => _series > 1;

    /// <summary>How many of a method's parameters are series.</summary>
    public static int SeriesOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return parameters.Length > 1 && parameters[1].ParameterType == parameters[0].ParameterType ? 2 : 1;
    }

    /// <summary>The type of the rows of a series; null: it is none.</summary>
    public static Type? RowType(Type series) =>
        series is { IsGenericType: true } && typeof(IEnumerable).IsAssignableFrom(series) && series.GetGenericArguments() is [var row] && typeof(ISeries).IsAssignableFrom(row) ? row : null;

    /// <summary>Whether a value of the type can be written by a person.</summary>
    public static bool CanBeGiven(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsEnum || plain == typeof(int) || plain == typeof(double) || plain == typeof(decimal) || plain == typeof(bool) || plain == typeof(DateTime));

    /// <summary>Whether a parameter has no default.</summary>
    public static bool IsRequired(ParameterInfo parameter) => !parameter.HasDefaultValue;

    /// <summary>One parameter for people.</summary>
    public static IndicatorParameterInfo Describe(ParameterInfo parameter, bool required)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        object? shown = value switch
        {
            null or bool or int or double => value,
            decimal number => (double)number,
            Enum choice => choice.ToString(),
            _ => type.IsEnum ? Enum.ToObject(type, value).ToString() : value,
        };
        return new IndicatorParameterInfo(parameter.Name!, IndicatorArguments.NameOf(type), required, shown, type.IsEnum ? Enum.GetNames(type) : []);
    }

    /// <summary>The arguments of a call, from given values. All of them are known to the form.</summary>
    public object?[] Bind(string indicator, IReadOnlyDictionary<string, object?> given)
    {
        var arguments = new object?[_series + Parameters.Count];
        for (var i = 0; i < Parameters.Count; i++)
        {
            var parameter = Parameters[i];
            var value = given.FirstOrDefault(g => IndicatorNames.Same.Equals(g.Key, parameter.Name!));
            arguments[_series + i] = value.Key is not null ? IndicatorArguments.Read(indicator, parameter.Name!, value.Value, parameter.ParameterType)
                : parameter.DefaultValue is { } standard && (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is { IsEnum: true } type ? Enum.ToObject(type, standard)
                : parameter.DefaultValue;
        }

        return arguments;
    }

    /// <summary>The rows over a series.</summary>
    /// <exception cref="AxflException">A parameter is out of range (<c>IndicatorParameterInvalid</c>), or the bars do not do (<c>IndicatorBarsInvalid</c>).</exception>
    public IList Invoke(string indicator, object?[] arguments, List<Quote> quotes, List<Quote>? other)
    {
        arguments[0] = quotes;
        if (_series > 1) arguments[1] = other;
        try
        {
            var rows = (IEnumerable)_method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return rows as IList ?? rows.Cast<object>().ToList();
        }
        catch (Exception e) when (e is InvalidQuotesException or InvalidOperationException or ArithmeticException)
        {
            throw IndicatorErrors.Bars(indicator, e.Message.ReplaceLineEndings(" "), e);
        }
        catch (ArgumentException e)
        {
            throw IndicatorErrors.Parameter(indicator, e.Message.ReplaceLineEndings(" "), e);
        }
    }
}
