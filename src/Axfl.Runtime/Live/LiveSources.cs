using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Chooses the feed of a live run.</summary>
internal static class LiveSources
{
    /// <summary>The feed a plan names, or with <c>auto</c> the first whose keys are set.</summary>
    /// <exception cref="AxflException">The source has no live prices, or no key is set.</exception>
    public static ITickFeed Feed(RunRequest request, RunPlan plan, Func<string, string?> environment, TimeProvider time)
    {
        var provider = plan.Source switch
        {
            "auto" => TickFeeds.Providers.FirstOrDefault(p => TickFeeds.IsConfigured(p, environment)) ?? throw NotConfigured(),
            _ when TickFeeds.Providers.Contains(plan.Source) => plan.Source,
            _ => throw new AxflException("SourceUnfit", ErrorKind.Configuration,
                $"The source '{plan.Source}' has no live prices: use {string.Join(", ", TickFeeds.Providers)} or auto.") { Target = plan.Source },
        };
        var hours = new MarketHours(plan.Holidays);
        return TickFeeds.Create(provider, request.Endpoint, environment, time, hours.IsClosed, plan.Venue,
            options => options with { StaleAfter = TimeSpan.FromSeconds(plan.Live.StaleAfterS), IsQuiet = hours.IsQuiet });
    }

    private static AxflException NotConfigured() => new("FeedNotConfigured", ErrorKind.Configuration,
        "No provider of live prices is configured: set OANDA_API_KEY and OANDA_ACCOUNT_ID, TWELVEDATA_API_KEYS or FINNHUB_API_KEYS. "
        + "To try it without a key, run 'axfl fake-feed' in another window, set FINNHUB_API_KEYS=demo, and give its address with -Source finnhub -Endpoint (--source finnhub --endpoint).");
}
