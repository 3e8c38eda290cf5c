using System.Reflection;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Strategies.Arls;
using Axfl.Strategies.Lsg;
using Axfl.Strategies.Orb;

namespace Axfl.Strategies.Catalogue;

/// <summary>Finds strategies: every class of an assembly with <see cref="StrategyAttribute"/>, its parameters read from its record.</summary>
public static class StrategyCatalogue
{
    /// <summary>The strategies of the product, by name.</summary>
    /// <remarks>Named here: to look through all types of the assembly is felt at each start.</remarks>
    public static IReadOnlyList<StrategyDefinition> BuiltIn { get; } =
    [
        FromType(typeof(AsiaRangeSweep), StrategyDefinition.BuiltInSource),
        FromType(typeof(LiquiditySweepGrab), StrategyDefinition.BuiltInSource),
        FromType(typeof(OpeningRangeBreakout), StrategyDefinition.BuiltInSource),
    ];

    /// <summary>The strategies of an assembly, by name.</summary>
    public static IReadOnlyList<StrategyDefinition> FromAssembly(Assembly assembly, string source) =>
        [.. assembly.GetExportedTypes().Where(t => t.GetCustomAttribute<StrategyAttribute>() is not null).Select(t => FromType(t, source))
            .OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>A strategy from its class.</summary>
    /// <param name="type">A class with <see cref="StrategyAttribute"/> and one public constructor (TParameters, StrategySetup).</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="AxflException">The class has not the shape of a strategy.</exception>
    public static StrategyDefinition FromType(Type type, string source)
    {
        var named = type.GetCustomAttribute<StrategyAttribute>() ?? throw Unfit(type, "has no [Strategy] attribute");
        if (!typeof(IStrategy).IsAssignableFrom(type)) throw Unfit(type, "does not implement IStrategy");
        var constructor = type.GetConstructors().SingleOrDefault(c => c.GetParameters() is [var p, var s]
            && typeof(StrategyParameters).IsAssignableFrom(p.ParameterType) && s.ParameterType == typeof(StrategySetup))
            ?? throw Unfit(type, "has no public constructor (TParameters parameters, StrategySetup setup) with TParameters : StrategyParameters");
        var record = constructor.GetParameters()[0].ParameterType;
        var defaults = Defaults(type, record);
        var described = Array.FindAll(record.GetProperties(), p => p.IsDefined(typeof(StrategyParameterAttribute)));
        PropertyInfo[] properties = [.. described.Where(p => !IsShared(p)), .. described.Where(IsShared)];
        var infos = properties.Select(p => Describe(p, p.GetValue(defaults))).ToArray();
        return new StrategyDefinition(named.Name, named.Summary, infos, source,
            setup => (IStrategy)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [Parameters(record, properties, infos, setup.Values), setup], null))
        {
            Check = (values, interval) => Parameters(record, properties, infos, values).Problems(interval),
            Indicators = named.Indicators,
            Shareable = named.Shareable,
            PriceLevels = named.PriceLevels,
            NeedsWarmupDays = named.NeedsWarmupDays >= 0 ? named.NeedsWarmupDays : null,
            Class = type,
        };
    }

    private static bool IsShared(PropertyInfo property) => property.DeclaringType == typeof(StrategyParameters);

    private static object Defaults(Type type, Type record)
    {
        try
        {
            return Activator.CreateInstance(record) ?? throw Unfit(type, $"has parameters ({record.Name}) that cannot be made");
        }
        catch (Exception e) when (e is TargetInvocationException or MemberAccessException)
        {
            var cause = e.InnerException ?? e;
            throw Unfit(type, $"has parameters ({record.Name}) that cannot be made without arguments: {cause.GetType().Name}: {cause.Message}", cause);
        }
    }

    private static StrategyParameterInfo Describe(PropertyInfo property, object? value)
    {
        var described = property.GetCustomAttribute<StrategyParameterAttribute>()!;
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        return new StrategyParameterInfo(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), underlying ?? property.PropertyType,
            underlying is not null || property.PropertyType == typeof(object), described.Unit,
            double.IsFinite(described.Min) ? described.Min : null, double.IsFinite(described.Max) ? described.Max : null, value, described.Help);
    }

    private static StrategyParameters Parameters(
        Type record, PropertyInfo[] properties, StrategyParameterInfo[] infos, IReadOnlyDictionary<string, object?> values)
    {
        var parameters = Activator.CreateInstance(record)!;
        for (var i = 0; i < properties.Length; i++)
            if (values.TryGetValue(infos[i].Name, out var value)) properties[i].SetValue(parameters, value);
        return (StrategyParameters)parameters;
    }

    private static AxflException Unfit(Type type, string why, Exception? cause = null) => new(
        "StrategyTypeUnfit", ErrorKind.Configuration, $"{type.FullName} {why}. See docs/examples for a strategy in C#.", cause) { Target = type.FullName };
}
