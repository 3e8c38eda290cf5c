using System.Collections;
using Axfl.Contracts;

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

/// <summary>Sources of live prices.</summary>
public sealed class LiveSourceCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) => [new("auto", "auto: the first whose keys are set"), .. Providers.Live];
}

/// <summary>Sources of history to download.</summary>
public sealed class HistorySourceCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        [new("auto", "auto: the first whose keys are set"), .. Providers.All];
}

/// <summary>Sources whose history a run is compared with.</summary>
public sealed class ComparedSourceCompleter : AxflCompleter
{
    private protected override IEnumerable<CompletionWord> Words(IDictionary bound) =>
        [new("auto", "auto: files, else the first provider whose keys are set"), new("csv", "csv: files of bars"), new("simulated", "simulated: generated bars"), .. Providers.All];
}

/// <summary>Providers, with the environment variables of their keys.</summary>
internal static class Providers
{
    /// <summary>All, in the order in which auto tries them for live prices.</summary>
    public static readonly CompletionWord[] All = [.. PriceProviders.All.Select(Word)];

    /// <summary>Those with live prices.</summary>
    public static readonly CompletionWord[] Live = [.. PriceProviders.All.Where(p => p.IsLive).Select(Word)];

    private static CompletionWord Word(PriceProvider provider) => new(provider.Name, $"{provider.Name}: {provider.Needs}");
}
