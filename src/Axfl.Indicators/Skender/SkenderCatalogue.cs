using System.Reflection;
using System.Runtime.CompilerServices;
using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>Every indicator of Skender.Stock.Indicators, found by reflection: its public extension methods GetXxx over a series of quotes.</summary>
/// <param name="Indicators">By name.</param>
/// <param name="NotOffered">Methods that are not offered, each with the reason.</param>
internal sealed record SkenderCatalogue(IReadOnlyList<SkenderIndicator> Indicators, IReadOnlyList<string> NotOffered)
{
    /// <summary>The library with its version.</summary>
    public static string Source { get; } = $"Skender.Stock.Indicators {typeof(Quote).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The public extension methods GetXxx of the library.</summary>
    public static IEnumerable<MethodInfo> Methods => typeof(Quote).Assembly.GetExportedTypes()
        .Where(t => t.IsAbstract && t.IsSealed)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.Name.StartsWith("Get", StringComparison.Ordinal) && m.IsDefined(typeof(ExtensionAttribute)));

    /// <summary>Looks through the library.</summary>
    public static SkenderCatalogue Read()
    {
        var methods = Methods.ToArray();
        var offered = methods.Where(m => WhyNot(m) is null).GroupBy(m => m.Name)
            .Select(g => new SkenderIndicator(g.Key[3..], [.. g.Select(m => new SkenderForm(m.MakeGenericMethod(typeof(Quote)))).OrderBy(f => f.Parameters.Count)]))
            .OrderBy(i => i.Name, StringComparer.Ordinal).ToArray();
        var names = offered.Select(o => "Get" + o.LibraryName).ToHashSet(StringComparer.Ordinal);
        // A method over the results of another indicator is a second form of one that is offered over quotes, and counts only where that one is missing.
        var not = methods.Where(m => WhyNot(m) is not null && (TakesQuotes(m) || !names.Contains(m.Name))).Select(m => $"{Show(m)}: {WhyNot(m)}");
        return new SkenderCatalogue(offered, [.. not.Order(StringComparer.Ordinal)]);
    }

    private static string? WhyNot(MethodInfo method)
    {
        if (!TakesQuotes(method)) return "it is computed from the results of another indicator, not from bars.";
        if (method.IsDefined(typeof(ObsoleteAttribute))) return "it is obsolete: " + method.GetCustomAttribute<ObsoleteAttribute>()!.Message;
        if (SkenderForm.RowType(method.ReturnType) is null) return $"it gives {method.ReturnType.Name}, not a row a bar.";
        var odd = method.GetParameters().Skip(SkenderForm.SeriesOf(method)).FirstOrDefault(p => !SkenderForm.CanBeGiven(p.ParameterType));
        return odd is null ? null : $"its parameter {odd.Name} ({odd.ParameterType.Name}) cannot be given by value.";
    }

    private static bool TakesQuotes(MethodInfo method) => method is { IsGenericMethodDefinition: true } && method.GetGenericArguments() is [var quote]
        && quote.GetGenericParameterConstraints().Contains(typeof(IQuote)) && method.GetParameters()[0].ParameterType == typeof(IEnumerable<>).MakeGenericType(quote);

    private static string Show(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Skip(1).Select(p => p.Name))})";
}
