using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Merge;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;
using Axfl.Providers.Dukascopy;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;

namespace Axfl.Providers;

/// <summary>Sources of history by name, and the choice among them.</summary>
public static class HistorySources
{
    /// <summary>The provider that needs no key and is no documented service: used only when it is named.</summary>
    public const string Unofficial = "dukascopy";

    /// <summary>Providers in the order in which <c>auto</c> tries them.</summary>
    public static IReadOnlyList<string> Providers { get; } = ["twelvedata", "oanda", "finnhub"];

    /// <summary>Which providers the environment has what they need for, in the order of <c>auto</c>.</summary>
    public static IReadOnlyList<HistoryStanding> Configured(Func<string, string?> environment) => [.. Providers.Select(p => Standing(p, environment))];

    /// <summary>Makes the history of a provider with keys from the environment.</summary>
    /// <param name="provider">One of <see cref="Providers"/>, or <c>dukascopy</c>.</param>
    /// <param name="endpoint">Another address than the provider's own; null: its own.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="time">Clock.</param>
    /// <param name="venue">Venue in Finnhub's names. Default <c>OANDA</c>.</param>
    /// <param name="random">Uniform in [0, 1) for the waits; null: the system's.</param>
    /// <param name="allowPlain">Whether a key may be sent in clear text to another machine than this.</param>
    /// <exception cref="AxflException"><c>HistorySourceUnknown</c>, <c>FeedEndpointInvalid</c>, <c>FeedEndpointPlain</c>, <c>FeedKeyMissing</c>, or OANDA's own.</exception>
    public static RestHistory Create(
        string provider, string? endpoint, Func<string, string?> environment, TimeProvider time, string venue = "OANDA", Func<double>? random = null,
        bool allowPlain = false)
    {
        var address = provider == Unofficial ? FeedAddress.Parse(endpoint) : FeedAddress.Parse(endpoint, allowPlain);
        switch (provider)
        {
            case "twelvedata":
                var credits = TwelveDataHistory.Defaults(TwelveDataOptions.FromEnvironment(environment).Keys);
                return new TwelveDataHistory(At(address, WithKeys(credits, provider)), time, random);
            case "finnhub":
                var calls = FinnhubHistory.Defaults(FinnhubOptions.FromEnvironment(environment).Keys, venue);
                return new FinnhubHistory(At(address, WithKeys(calls, provider)), time, random);
            case "oanda":
                var stream = OandaOptions.FromEnvironment(environment);
                if (address is not null) (stream with { Endpoint = address }).ThrowIfLiveIsNotAllowed();
                return new OandaHistory(At(address, WithKeys(OandaHistory.Defaults(stream), provider)), time, random);
            case Unofficial:
                return new DukascopyHistory(At(address, DukascopyHistory.Defaults), time, random);
            default:
                string[] names = ["auto", .. Providers, Unofficial];
                throw new AxflException("HistorySourceUnknown", ErrorKind.Configuration,
                    $"'{provider}' is no source of history: use one of {string.Join(", ", names)}.{Suggestion.Ask(provider, names)}") { Target = provider };
        }
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

    private static HistoryStanding Standing(string provider, Func<string, string?> environment)
    {
        var variable = Variable(provider);
        if (string.IsNullOrWhiteSpace(environment(variable))) return new HistoryStanding(provider, false, $"{variable} is not set");
        try
        {
            if (provider == "oanda") OandaOptions.FromEnvironment(environment);
            return new HistoryStanding(provider, true, $"{variable} is set");
        }
        catch (AxflException e)
        {
            return new HistoryStanding(provider, false, e.Message);
        }
    }

    private static string Variable(string provider) => provider switch
    {
        "twelvedata" => "TWELVEDATA_API_KEYS",
        "oanda" => "OANDA_API_KEY",
        _ => "FINNHUB_API_KEYS",
    };

    private static RestOptions At(Uri? address, RestOptions options) => address is null ? options : options with { Endpoint = address };

    private static RestOptions WithKeys(RestOptions options, string provider) => options.Keys.Count > 0 ? options
        : throw new AxflException("FeedKeyMissing", ErrorKind.Configuration, $"No API key: set the environment variable {Variable(provider)}.") { Target = provider };

    private static AxflException NotConfigured(IReadOnlyList<HistoryStanding> standings) => new("HistoryNotConfigured", ErrorKind.Configuration,
        $"No source of history is configured ({string.Join("; ", standings.Select(s => $"{s.Provider}: {s.Reason}"))}). Set one of these variables, or name "
        + $"{Unofficial} with {Spelling.Of("Source")}: it needs no key, and is no official service.");
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
