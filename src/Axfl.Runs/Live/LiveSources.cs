using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Merge;
using Axfl.Providers;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Backtest;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>Chooses the feed and the history of a live run.</summary>
public static class LiveSources
{
    /// <summary>The feed a plan names, or with <c>auto</c> the first whose keys are set.</summary>
    /// <exception cref="AxflException">The source has no live prices, or no key is set.</exception>
    public static ITickFeed Feed(RunRequest request, RunPlan plan, Func<string, string?> environment, TimeProvider time)
    {
        var provider = plan.Source switch
        {
            "auto" => PriceProviders.Live.FirstOrDefault(p => TickFeeds.IsConfigured(p, environment)) ?? throw NotConfigured(),
            _ when PriceProviders.Live.Contains(plan.Source) => plan.Source,
            _ => throw new AxflException("SourceUnfit", ErrorKind.Configuration,
                $"The source '{plan.Source}' has no live prices: use {string.Join(", ", PriceProviders.Live)} or auto.") { Target = plan.Source },
        };
        var hours = new MarketHours(plan.Holidays);
        return TickFeeds.Create(provider, request.Endpoint, environment, time, hours.IsClosed, plan.Venue,
            options => options with { IsQuiet = hours.IsQuiet }, request.AllowPlain);
    }

    /// <summary>
    /// History for warm-up and gaps: the feed's own provider first, so that one series is not mixed of two without need, then the others that are
    /// configured in the order of <c>auto</c>, and files at last.
    /// </summary>
    /// <returns>The sources, and in words which and why; null: there is none.</returns>
    public static (IHistory? History, string Reason) History(
        RunRequest request, RunPlan plan, string feed, Func<string, string?> environment, TimeProvider time)
    {
        var standings = HistorySources.Configured(environment);
        var providers = standings.Where(s => s.IsConfigured).Select(s => s.Provider).OrderByDescending(p => p == feed).ToList();
        var files = PlannedData.RequestOf(plan, false, long.MinValue, long.MaxValue) with { AllowRejected = request.AllowRejected };
        var hasFiles = plan.IsDataGiven || (Directory.Exists(plan.DataDir) && CsvSource.Covers(files));
        if (plan.IsDataGiven) CsvSource.Check(files);
        List<IHistory> histories = [.. providers.Select(p => HistorySources.Create(p, Endpoint(request, p, feed), environment, time, plan.Venue, allowPlain: request.AllowPlain))];
        if (hasFiles) histories.Add(new CsvHistory(files, time));
        var reasons = string.Join("; ", standings.Select(s => $"{s.Provider}: {s.Reason}").Append(hasFiles ? "csv: there are files of every symbol" : "csv: there are no files of every symbol"));
        return histories.Count == 0
            ? (null, $"There is no history: strategies begin without warm-up, and gaps stay gaps ({reasons}).")
            : (new HistoryChain(histories), $"History for warm-up and gaps comes from {string.Join(", then ", histories.Select(h => h.Name))} ({reasons}).");
    }

    // An address of the user's own is the feed's provider's; the others keep theirs.
    private static string? Endpoint(RunRequest request, string provider, string feed) => provider == feed ? request.HistoryEndpoint ?? request.Endpoint : null;

    private static AxflException NotConfigured() => new("FeedNotConfigured", ErrorKind.Configuration,
        $"No provider of live prices is configured: set {PriceProviders.Or(PriceProviders.All.Where(p => p.IsLive).Select(p => p.Needs))}. "
        + $"To try it without a key, run '{Spelling.Command("Start-AxflFakeFeed")}' in another window, set FINNHUB_API_KEYS=demo, and give its address with {Spelling.Of("Source", "finnhub")} {Spelling.Of("Endpoint")}.");
}
