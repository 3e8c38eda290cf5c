using System.Collections;
using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Indicators.Kinds;
using Skender.Stock.Indicators;

namespace Axfl.Indicators.Skender;

/// <summary>One indicator of the library with all its forms.</summary>
internal sealed class SkenderIndicator : IIndicatorKind
{
    private static readonly int[] Probes = [250, 1000];
    private readonly IReadOnlyList<SkenderForm> _forms;
    private readonly SkenderResults _results;
    private readonly SkenderRepainting.Entry? _repainting;
    private readonly Lazy<IndicatorInfo> _standard;

    /// <param name="libraryName">The method's name without Get.</param>
    /// <param name="forms">Its overloads, fewest parameters first.</param>
    public SkenderIndicator(string libraryName, IReadOnlyList<SkenderForm> forms)
    {
        LibraryName = libraryName;
        Name = IndicatorNames.LibraryPrefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(libraryName);
        _forms = forms;
        _results = new SkenderResults(forms[0].Row);
        _repainting = SkenderRepainting.Of(libraryName);
        Repaints = _repainting is null ? [] : _repainting.Results.Length > 0 ? _repainting.Results : _results.Names;
        _standard = new Lazy<IndicatorInfo>(() => Described(null));
    }

    /// <summary>The library's name, e.g. BollingerBands.</summary>
    public string LibraryName { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Repaints { get; }

    /// <inheritdoc/>
    public string? RepaintsWhole => _repainting is { Results.Length: 0 } whole ? whole.Why : null;

    /// <inheritdoc/>
    public bool NeedsOther => _forms[0].NeedsOther;

    /// <inheritdoc/>
    public IndicatorInfo Describe(IReadOnlyDictionary<string, object?>? parameters) => parameters is null ? _standard.Value : Described(parameters);

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorRow> Compute(IndicatorRequest request)
    {
        if (NeedsOther && request.Other is null) throw IndicatorErrors.NeedsOther(Name, "give the second with -Other, as many bars at the same times");
        if (!NeedsOther && request.Other is not null) throw IndicatorErrors.TakesNoOther(Name);
        var form = Choose(request.Parameters);
        var rows = form.Invoke(Name, form.Bind(Name, request.Parameters), Quotes(request.Bars), request.Other is { } other ? Quotes(other) : null);
        return [.. rows.Cast<object>().Select(r => new IndicatorRow(
            DateTime.SpecifyKind(((ISeries)r).Date, DateTimeKind.Utc), Name, _results.Value(r),
            [.. _results.Names.Select((n, i) => new KeyValuePair<string, object?>(n, SkenderResults.Shown(_results.Raw(r, i))))]))];
    }

    /// <inheritdoc/>
    public IIndicator Open(IReadOnlyDictionary<string, object?> parameters, int bars)
    {
        var form = Choose(parameters);
        var arguments = form.Bind(Name, parameters);
        form.Invoke(Name, arguments, [], null);
        return new SkenderFollowed(Name, quotes => form.Invoke(Name, arguments, quotes, null), _results, Repaints, _repainting?.Why ?? "",
            bars > 0 ? bars : SkenderWindows.Of(LibraryName, arguments));
    }

    /// <summary>A bar as the library takes it.</summary>
    /// <exception cref="AxflException">A number of it is no number, or too large for a decimal (<c>IndicatorBarsInvalid</c>).</exception>
    public static Quote QuoteOf(string indicator, in Bar bar)
    {
        try
        {
            return new Quote
            {
                Date = bar.OpenTime, Open = (decimal)bar.Open, High = (decimal)bar.High, Low = (decimal)bar.Low, Close = (decimal)bar.Close,
                Volume = (decimal)bar.Volume,
            };
        }
        catch (OverflowException e)
        {
            throw IndicatorErrors.Bars(indicator, $"the bar {EventTime.ToIso(bar.Time)} has a number that is not finite, or too large.", e);
        }
    }

    // The form with the fewest parameters that knows all that are given and lacks none.
    private SkenderForm Choose(IReadOnlyDictionary<string, object?> given)
    {
        var known = _forms.SelectMany(f => f.Parameters.Select(p => p.Name!)).Distinct().ToArray();
        if (given.Keys.FirstOrDefault(k => !known.Contains(k, IndicatorNames.Same)) is { } unknown) throw IndicatorErrors.UnknownParameter(Name, unknown, known);
        var able = _forms.Where(f => given.Keys.All(k => f.Parameters.Any(p => IndicatorNames.Same.Equals(p.Name!, k)))).ToArray();
        if (able.FirstOrDefault(f => Lacking(f, given).Length == 0) is { } chosen) return chosen;
        throw IndicatorErrors.Parameter(Name, able.Length == 0
            ? $"{string.Join(", ", given.Keys)} do not go together. Its forms: {string.Join("; ", _forms.Select(f => string.Join(", ", f.Parameters.Select(p => p.Name))))}."
            : $"{string.Join(", ", Lacking(able[0], given))} {(Lacking(able[0], given).Length == 1 ? "is" : "are")} missing and {(Lacking(able[0], given).Length == 1 ? "has" : "have")} no default.");
    }

    private static string[] Lacking(SkenderForm form, IReadOnlyDictionary<string, object?> given) =>
        [.. form.Parameters.Where(p => SkenderForm.IsRequired(p) && !given.Keys.Contains(p.Name!, IndicatorNames.Same)).Select(p => p.Name!)];

    private IndicatorInfo Described(IReadOnlyDictionary<string, object?>? parameters)
    {
        var all = _forms.SelectMany(f => f.Parameters).GroupBy(p => p.Name!)
            .Select(g => SkenderForm.Describe(g.FirstOrDefault(p => p.HasDefaultValue) ?? g.First(), _forms.All(f => f.Parameters.Any(p => p.Name == g.Key && SkenderForm.IsRequired(p)))));
        int? warmUp = parameters is null && !_forms.Any(f => f.Parameters.All(p => !SkenderForm.IsRequired(p))) ? null
            : WarmUp(parameters ?? new Dictionary<string, object?>());
        return new IndicatorInfo(Name, SkenderCatalogue.Source, [.. all], _results.Names, warmUp, NeedsOther, Repaints, _repainting?.Why ?? "");
    }

    // On synthetic bars: the bar by which every line that stays once it has begun has begun.
    private int? WarmUp(IReadOnlyDictionary<string, object?> parameters)
    {
        var form = Choose(parameters);
        var arguments = form.Bind(Name, parameters);
        foreach (var count in Probes)
        {
            var rows = form.Invoke(Name, arguments, ProbeBars.Of(count, 1), NeedsOther ? ProbeBars.Of(count, 2) : null);
            if (rows.Count != count) return null;
            var firsts = Enumerable.Range(0, _results.Names.Count).Where(i => !Repaints.Contains(_results.Names[i])).Select(i => FirstOfLine(rows, i)).OfType<int>().ToArray();
            if (firsts.Length > 0) return firsts.Max() + 1;
        }

        return null;
    }

    private int? FirstOfLine(IList rows, int result)
    {
        var first = 0;
        while (first < rows.Count && SkenderResults.Shown(_results.Raw(rows[first]!, result)) is null) first++;
        for (var i = first; i < rows.Count; i++)
            if (SkenderResults.Shown(_results.Raw(rows[i]!, result)) is null) return null;
        return first < rows.Count ? first : null;
    }

    private List<Quote> Quotes(IReadOnlyList<Bar> bars)
    {
        var quotes = new List<Quote>(bars.Count);
        for (var i = 0; i < bars.Count; i++)
        {
            if (i > 0 && bars[i].Time <= bars[i - 1].Time)
                throw IndicatorErrors.Bars(Name, string.Create(CultureInfo.InvariantCulture, $"the bar {EventTime.ToIso(bars[i].Time)} does not come after the one before it: give bars oldest first, each once."));
            quotes.Add(QuoteOf(Name, bars[i]));
        }

        return quotes;
    }
}
