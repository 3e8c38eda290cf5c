using Axfl.Contracts;

namespace Axfl.Indicators.Kinds;

/// <summary>What can be wrong with what is asked of an indicator.</summary>
internal static class IndicatorErrors
{
    public static AxflException Parameter(string indicator, string what, Exception? cause = null) => Of("IndicatorParameterInvalid", indicator, what, cause);

    public static AxflException UnknownParameter(string indicator, string name, IEnumerable<string> known)
    {
        var names = known.ToArray();
        return Parameter(indicator, names.Length == 0
            ? $"there is no parameter '{name}'; it has none."
            : $"there is no parameter '{name}'; there are {string.Join(", ", names)}.{Suggestion.Ask(name, names)}");
    }

    public static AxflException UnknownResult(string indicator, string name, IReadOnlyCollection<string> known) =>
        Of("IndicatorResultUnknown", indicator, $"there is no result '{name}'; there are {string.Join(", ", known)}.{Suggestion.Ask(name, known)}");

    public static AxflException Repaints(string indicator, string what, string why) =>
        Of("IndicatorRepaints", indicator, $"{what} and is not for strategies: {why} Get-AxflIndicator computes it over bars that are past.");

    public static AxflException NeedsOther(string indicator, string where) => Of("IndicatorNeedsOther", indicator, $"it compares two series of bars: {where}.");

    public static AxflException TakesNoOther(string indicator) => Of("IndicatorTakesNoOther", indicator, "it takes one series of bars: omit -Other.");

    public static AxflException Bars(string indicator, string what, Exception? cause = null) => Of("IndicatorBarsInvalid", indicator, what, cause, ErrorKind.Data);

    private static AxflException Of(string id, string indicator, string what, Exception? cause = null, ErrorKind kind = ErrorKind.Configuration) =>
        new(id, kind, $"{indicator}: {what}", cause) { Target = indicator };
}
