using Axfl.Contracts;
using Axfl.Indicators.Kinds;
using Axfl.Indicators.Own;
#if SKENDER
using Axfl.Indicators.Skender;
#endif

namespace Axfl.Indicators;

/// <summary>Indicators by name: our own, and behind <c>skender:</c> those of Skender.Stock.Indicators when built with it.</summary>
public static class IndicatorLibrary
{
    private const string Prefix = IndicatorNames.LibraryPrefix;

    private const string Missing =
        "The indicators of Skender.Stock.Indicators (skender:...) are not in this build: they are in the module of the PowerShell Gallery, and in a build with -p:Skender=true.";

    // The library is looked through at the first question about it: importing the module and starting a run cost nothing.
#if SKENDER
    private static readonly Lazy<SkenderCatalogue> Library = new(SkenderCatalogue.Read);
#endif

    /// <summary>Whether the library is in this build.</summary>
#if SKENDER
    public static bool HasLibrary => true;
#else
    public static bool HasLibrary => false;
#endif

    /// <summary>What is on offer.</summary>
    public static IndicatorCatalogue Catalogue => new(
        [.. Names.Select(n => Find(n, bareMayBeLibrary: false)!.Describe(null))], HasLibrary ? "" : Missing, LibraryNotOffered);

    /// <summary>Names on offer, our own first.</summary>
    public static IReadOnlyList<string> Names => [.. OwnIndicator.All.Select(o => o.Name), .. LibraryKinds.Select(k => k.Name)];

#if SKENDER
    private static IReadOnlyList<IIndicatorKind> LibraryKinds => Library.Value.Indicators;

    private static IReadOnlyList<string> LibraryNotOffered => Library.Value.NotOffered;
#else
    private static IReadOnlyList<IIndicatorKind> LibraryKinds => [];

    private static IReadOnlyList<string> LibraryNotOffered => [];
#endif

    /// <summary>One indicator, its warm-up with these parameters. A bare name that is not ours is the library's.</summary>
    public static IndicatorInfo Describe(string name, IReadOnlyDictionary<string, object?> parameters) =>
        (Find(name, bareMayBeLibrary: true) ?? throw Unknown(name)).Describe(parameters.Count > 0 ? parameters : null);

    /// <summary>Rows over a series. A bare name that is not ours is the library's.</summary>
    public static IReadOnlyList<IndicatorRow> Compute(IndicatorRequest request) =>
        (Find(request.Name, bareMayBeLibrary: true) ?? throw Unknown(request.Name)).Compute(request);

    /// <summary>One for a strategy to follow. A bare name is ours.</summary>
    public static IIndicator Open(string name, IReadOnlyDictionary<string, object?> parameters, int bars)
    {
        if (Problem(name) is { } problem) throw problem;
        return bars >= 0
            ? Find(name, bareMayBeLibrary: false)!.Open(parameters, bars)
            : throw IndicatorErrors.Parameter(name, $"{bars} is not a number of bars: give at least 1, or 0 for all.");
    }

    /// <summary>What keeps an indicator from being asked for in a strategy; null: nothing.</summary>
    public static AxflException? Problem(string name) => Find(name, bareMayBeLibrary: false) switch
    {
        null => Unknown(name),
        { NeedsOther: true } => IndicatorErrors.NeedsOther(name, "a strategy sees one. Get-AxflIndicator takes the second with -Other"),
        { RepaintsWhole: { } why } => IndicatorErrors.Repaints(name, "it repaints", why),
        _ => null,
    };

    private static IIndicatorKind? Find(string name, bool bareMayBeLibrary)
    {
        if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return InLibrary(name);
        return OwnIndicator.All.FirstOrDefault(o => IndicatorNames.Same.Equals(o.Name, name)) ?? (bareMayBeLibrary ? InLibrary(Prefix + name) : null);
    }

    private static IIndicatorKind? InLibrary(string name) => LibraryKinds.FirstOrDefault(k => IndicatorNames.Same.Equals(k.Name, name));

    private static AxflException Unknown(string name)
    {
        var own = string.Join(", ", OwnIndicator.All.Select(o => o.Name));
        var more = !HasLibrary ? $"On offer: {own}.{Meant(name)} {Missing}"
            : InLibrary(Prefix + name) is { } known ? $"The library's is '{known.Name}'; a bare name is one of ours: {own}."
            : $"Our own are {own}; Get-AxflIndicator lists those of the library.{Meant(name)}";
        return new AxflException("IndicatorUnknown", ErrorKind.Configuration, $"There is no indicator '{name}'. {more}") { Target = name };
    }

    // One of ours before one of the library's, which is compared without its prefix.
    private static string Meant(string name)
    {
        var bare = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        var own = bare == name ? Suggestion.Find(name, OwnIndicator.All.Select(o => o.Name)) : null;
        var meant = own ?? (Suggestion.Find(bare, LibraryKinds.Select(k => k.Name[Prefix.Length..])) is { } library ? Prefix + library : null);
        return meant is null ? "" : $" Did you mean '{meant}'?";
    }
}
