using System.Collections;

namespace Axfl.PowerShell.Completion;

/// <summary>Sources of prices for a run, as far as its mode is known.</summary>
public sealed class SourceCompleter : AxflCompleter
{
    private static readonly CompletionWord[] Either = [new("auto", "auto: what there is: files in a replay, the provider whose keys are set when live")];

    private static readonly CompletionWord[] OfReplay =
    [
        new("csv", "csv: files of bars"), new("simulated", "simulated: generated bars, for a first look only"), new("journal", "journal: the journal of a live run; -DataPath names its directory"),
    ];

    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => Text(bound, "Mode")?.ToLowerInvariant() switch
    {
        "replay" => [.. Either, .. OfReplay],
        "ws" => [.. Either, .. Providers.Live],
        _ => [.. Either, .. OfReplay, .. Providers.Live],
    };
}

/// <summary>Sources of history to download.</summary>
public sealed class HistorySourceCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        [new("auto", "auto: the first whose keys are set"), .. Providers.Live, Providers.Dukascopy];
}

/// <summary>Sources whose history a run is compared with.</summary>
public sealed class ComparedSourceCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        [new("auto", "auto: files, else the first provider whose keys are set"), new("csv", "csv: files of bars"), new("simulated", "simulated: generated bars"), .. Providers.Live, Providers.Dukascopy];
}

/// <summary>Providers, with the environment variables of their keys.</summary>
internal static class Providers
{
    /// <summary>Those with live prices, in the order in which auto tries them.</summary>
    public static readonly CompletionWord[] Live =
    [
        new("oanda", "oanda: OANDA_API_KEY and OANDA_ACCOUNT_ID"), new("twelvedata", "twelvedata: TWELVEDATA_API_KEYS"), new("finnhub", "finnhub: FINNHUB_API_KEYS"),
    ];

    /// <summary>History without a key.</summary>
    public static readonly CompletionWord Dukascopy = new("dukascopy", "dukascopy: no key; unofficial, used only when named");
}
