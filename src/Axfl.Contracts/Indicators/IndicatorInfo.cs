namespace Axfl.Contracts;

/// <summary>An indicator on offer.</summary>
/// <param name="Name">Its name: bare for our own (<c>atr</c>), behind <c>skender:</c> for those of Skender.Stock.Indicators (<c>skender:macd</c>).</param>
/// <param name="Source">Where it comes from: <c>built in</c>, or the library and its version.</param>
/// <param name="Parameters">Its parameters, all forms of the indicator together.</param>
/// <param name="Results">Names of what it gives at a bar, camelCase.</param>
/// <param name="WarmUp">
/// Bars, the bar of the value included, until each of its lines has a value, with the defaults (or the parameters asked with); null where a parameter has no
/// default, or where the first value depends on the market.
/// </param>
/// <param name="NeedsOther">Whether it compares with a second series of bars: <c>-Other</c>; not for strategies.</param>
/// <param name="Repaints">Results whose values at earlier bars change when later bars come: refused in strategies.</param>
/// <param name="Note">Why they do; empty when nothing repaints.</param>
public sealed record IndicatorInfo(
    string Name, string Source, IReadOnlyList<IndicatorParameterInfo> Parameters, IReadOnlyList<string> Results, int? WarmUp, bool NeedsOther,
    IReadOnlyList<string> Repaints, string Note);

/// <summary>One parameter of an indicator.</summary>
/// <param name="Name">Name as the source spells it; case and underscores do not matter.</param>
/// <param name="Type">integer, number, boolean, date or choice.</param>
/// <param name="Required">Whether it has no default.</param>
/// <param name="Default">Value when it is omitted; a choice by its name; null: none.</param>
/// <param name="Choices">What a choice may be; empty for other types.</param>
public sealed record IndicatorParameterInfo(string Name, string Type, bool Required, object? Default, IReadOnlyList<string> Choices)
{
    /// <summary><c>name = default</c>; the name alone where there is no default, with an asterisk where it must be given.</summary>
    public override string ToString() =>
        Required ? Name + "*" : Default is null ? Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name} = {Default}");
}

/// <summary>Indicators on offer.</summary>
/// <param name="Indicators">Our own first, then the library's, by name.</param>
/// <param name="Note">What is missing and how to get it; empty when nothing is.</param>
/// <param name="NotOffered">What the library has and is not offered, each with the reason: <c>name: reason</c>.</param>
public sealed record IndicatorCatalogue(IReadOnlyList<IndicatorInfo> Indicators, string Note, IReadOnlyList<string> NotOffered);
