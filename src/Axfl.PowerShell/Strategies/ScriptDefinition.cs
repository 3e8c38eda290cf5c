using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Strategies;

/// <summary>The definition of a script-block strategy: its parameters are the given defaults, and the ones every strategy has.</summary>
internal static class ScriptDefinition
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Name used in sessions files.</param>
    /// <param name="summary">One line of help.</param>
    /// <param name="defaults">Parameter names with their defaults; a parameter takes what its default is: a number, a text, true or false.</param>
    /// <param name="indicators">Names of the indicators it asks for.</param>
    public static StrategyDefinition Create(string name, string summary, IDictionary defaults, IReadOnlyList<string> indicators)
    {
        var shared = RuntimeHost.Runtime.DescribeStrategy(typeof(SharedParametersOnly)).Parameters;
        var own = defaults.Keys.Cast<object>().Select(k => Describe(Convert.ToString(k, CultureInfo.InvariantCulture)!, defaults[k]))
            .OrderBy(p => p.Name, StringComparer.Ordinal).ToArray();
        var kept = shared.Select(s => own.FirstOrDefault(o => o.Name == s.Name) is { } set ? s with { Default = ToType(set.Default, s) } : s);
        return new StrategyDefinition(
            name, summary, [.. own.Where(o => shared.All(s => s.Name != o.Name)), .. kept], "script",
            _ => throw new InvalidOperationException("A script strategy is made for a run by StrategyRegistry.Open."))
        {
            Indicators = indicators,
        };
    }

    private static object? ToType(object? value, StrategyParameterInfo info) =>
        value is null ? null : LanguagePrimitives.ConvertTo(value, info.Type, CultureInfo.InvariantCulture);

    private static AxflException Invalid(string name, string what) =>
        new("StrategyParameterInvalid", ErrorKind.Configuration, FormattableString.Invariant($"The parameter '{name}' {what}.")) { Target = name };

    private static StrategyParameterInfo Describe(string name, object? value)
    {
        var plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        var type = plain switch
        {
            int or long or short or byte or double or float or decimal => typeof(double),
            bool => typeof(bool),
            string => typeof(string),
            TimeOfDay => typeof(TimeOfDay),
            _ => typeof(object),
        };
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(name[0]))
            throw Invalid(name, "is not a name: use letters, digits and underscores, starting with a letter");
        if (plain is double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity)
            throw Invalid(name, $"has the default {plain}, which is not a number to compute with");
        var typed = plain is null || type == typeof(object) ? plain : LanguagePrimitives.ConvertTo(plain, type, CultureInfo.InvariantCulture);
        return new StrategyParameterInfo(name, type, plain is null || type == typeof(object), "", null, null, typed, "");
    }
}

/// <summary>Gives the parameters that every strategy has.</summary>
[Strategy("shared", "Parameters every strategy has.")]
public sealed class SharedParametersOnly : IStrategy
{
    /// <summary>The shape of a strategy; nothing is kept.</summary>
    public SharedParametersOnly(NoParameters parameters, StrategySetup setup)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(setup);
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        // Never traded: it exists to be described.
    }
}

/// <summary>No parameters of its own.</summary>
public sealed record NoParameters : StrategyParameters;
