using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Merge;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Registration;

namespace Axfl.Providers;

/// <summary>Sources of history by name, and the choice among them.</summary>
public static class HistorySources
{
    /// <summary>Which providers the environment has what they need for, in the order of <c>auto</c>.</summary>
    public static IReadOnlyList<HistoryStanding> Configured(Func<string, string?> environment) => [.. PriceProviders.History.Select(p => Standing(ProviderList.Find(p)!, environment))];

    /// <summary>Makes the history of a provider with keys from the environment.</summary>
    /// <param name="provider">Name of one of <see cref="PriceProviders"/>.</param>
    /// <param name="endpoint">Another address than the provider's own; null: its own.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="time">Clock.</param>
    /// <param name="venue">Venue in Finnhub's names. Default <c>OANDA</c>.</param>
    /// <param name="random">Uniform in [0, 1) for the waits; null: the system's.</param>
    /// <param name="allowPlain">Whether a key may be sent in clear text to another machine than this.</param>
    /// <exception cref="AxflException"><c>HistorySourceUnknown</c>, <c>FeedEndpointInvalid</c>, <c>FeedEndpointPlain</c>, <c>FeedKeyMissing</c>, or OANDA's own.</exception>
    public static IHistory Create(
        string provider, string? endpoint, Func<string, string?> environment, TimeProvider time, string venue = "OANDA", Func<double>? random = null,
        bool allowPlain = false)
    {
        if (ProviderList.Find(provider) is not { } known)
        {
            string[] names = ["auto", .. PriceProviders.History, .. PriceProviders.Unofficial];
            throw new AxflException("HistorySourceUnknown", ErrorKind.Configuration,
                $"'{provider}' is not a source of history: use one of {string.Join(", ", names)}.{Suggestion.Ask(provider, names)}") { Target = provider };
        }

        // Without a key there is nothing to hide from a plain line.
        var address = known.KeyVariable is null ? FeedAddress.Parse(endpoint) : FeedAddress.Parse(endpoint, allowPlain);
        return known.History(new HistorySetup(environment, address, time, venue, random));
    }

    /// <summary>Chooses sources.</summary>
    /// <param name="source">A name, or <c>auto</c>: files when there are some of every symbol, then each provider that is configured.</param>
    /// <param name="endpoint">Another address than the provider's own; null: its own.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="time">Clock.</param>
    /// <param name="venue">Venue in Finnhub's names.</param>
    /// <param name="files">Where files may be; null: files are no source, as when files are to be written.</param>
    /// <param name="allowPlain">Whether a key may be sent in clear text to another machine than this.</param>
    /// <exception cref="AxflException">As <see cref="Create"/>; <c>HistoryNotConfigured</c>, <c>HistoryEndpointUnclear</c>.</exception>
    public static HistoryChoice Choose(
        string source, string? endpoint, Func<string, string?> environment, TimeProvider time, string venue = "OANDA", SourceRequest? files = null,
        bool allowPlain = false)
    {
        if (source == "csv" && files is not null) return new HistoryChoice([new CsvHistory(files, time)], "csv: it was named");
        if (source != "auto") return new HistoryChoice([Create(source, endpoint, environment, time, venue, allowPlain: allowPlain)], source + ": it was named");
        var covered = files is not null && CsvSource.Covers(files);
        var standings = Configured(environment);
        string[] usable = [.. standings.Where(s => s.IsConfigured).Select(s => s.Provider)];
        if (usable.Length == 0 && !covered) throw NotConfigured(standings);
        if (usable.Length > 1 && endpoint is not null)
        {
            throw new AxflException("HistoryEndpointUnclear", ErrorKind.Configuration,
                $"An endpoint is given and {string.Join(" and ", usable)} are configured: name the provider it belongs to with {Spelling.Of("Source")}.");
        }

        IEnumerable<string> reasons = standings.Select(s => $"{s.Provider}: {s.Reason}");
        if (files is not null) reasons = reasons.Prepend(covered ? "csv: there are files of every symbol" : "csv: there are no files of every symbol");
        IHistory[] providers = [.. usable.Select(p => Create(p, endpoint, environment, time, venue, allowPlain: allowPlain))];
        return new HistoryChoice(covered ? [new CsvHistory(files!, time), .. providers] : providers, string.Join("; ", reasons));
    }

    private static HistoryStanding Standing(Provider provider, Func<string, string?> environment)
    {
        var variable = provider.KeyVariable;
        if (variable is not null && string.IsNullOrWhiteSpace(environment(variable))) return new HistoryStanding(provider.Name, false, $"{variable} is not set");
        try
        {
            provider.CheckEnvironment(environment);
            return new HistoryStanding(provider.Name, true, variable is null ? "it needs no key" : $"{variable} is set");
        }
        catch (AxflException e)
        {
            return new HistoryStanding(provider.Name, false, e.Message);
        }
    }

    private static AxflException NotConfigured(IReadOnlyList<HistoryStanding> standings) => new("HistoryNotConfigured", ErrorKind.Configuration,
        $"No source of history is configured ({string.Join("; ", standings.Select(s => $"{s.Provider}: {s.Reason}"))}). Set one of these variables, or name "
        + $"{string.Join(" or ", PriceProviders.Unofficial)} with {Spelling.Of("Source")}: it needs no key, and is not an official service.");
}

/// <summary>Whether a provider is configured.</summary>
/// <param name="Provider">Provider.</param>
/// <param name="IsConfigured">Whether it can be asked.</param>
/// <param name="Reason">Why, for a person: the variable that is set or not.</param>
public sealed record HistoryStanding(string Provider, bool IsConfigured, string Reason);

/// <summary>Sources that were chosen.</summary>
/// <param name="Histories">Sources, best first; the caller disposes them.</param>
/// <param name="Reason">Why these, for a person.</param>
public sealed record HistoryChoice(IReadOnlyList<IHistory> Histories, string Reason);
