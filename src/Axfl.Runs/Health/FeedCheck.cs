using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Runs.Health;

/// <summary>Whether the feed takes the key and gives prices: it is dialled as a run dials it, and looked at until every symbol has had a price.</summary>
internal sealed class FeedCheck() : HealthCheck("feed", TimeSpan.FromSeconds(60))
{
    /// <summary>How long a first price may take, from the dial on.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    // In a closed market no price tells that a subscription stands; refusals come at once.
    private static readonly TimeSpan WhenClosed = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override string Advice => $"Set the key of a provider in the environment of the user who runs this: {PriceProviders.Or(PriceProviders.All.Where(p => p.IsLive).Select(p => p.Needs))}.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        await using var feed = scene.Feed(plan);
        var watched = new WatchedSymbols(plan, scene.Time);
        var sight = await Watch(feed, watched, scene.Time, cancellationToken);
        var row = FeedRow(feed, sight);
        if (row.State == HealthStates.Failed) return [row];
        return
        [
            row,
            .. watched.Symbols.Select((s, i) => SymbolRows.Subscription(s.Symbol, sight.Symbols[i], sight.IsMarketClosed)),
            .. watched.Symbols.Select((s, i) => SymbolRows.FirstPrice(s, sight.Symbols[i], watched, i)),
        ];
    }

    private static async Task<FeedSight> Watch(ITickFeed feed, WatchedSymbols watched, TimeProvider time, CancellationToken cancellationToken)
    {
        var sight = new FeedSight(watched.Symbols.Count);
        using var enough = new CancellationTokenSource(Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        await foreach (var item in feed.Run(watched.Symbols, either.Token))
        {
            var wasClosed = sight.IsMarketClosed;
            sight.Take(item);
            if (watched.AreSeen(sight)) break;
            if (sight.IsMarketClosed && !wasClosed) enough.CancelAfter(WhenClosed);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return sight;
    }

    private HealthResult FeedRow(ITickFeed feed, FeedSight sight)
    {
        var host = $"{feed.Name} at {feed.Server.Host}";
        if (sight.Error is { } error && (sight.HasGivenUp || !sight.IsConnected)) return Failed(error.Detail, RemedyOf(feed.Name, error.Error));
        if (sight.KeyError is { } refused) return Warning($"{host} refused a key and accepted the next: {refused.Detail}", RemedyOf(feed.Name, refused.Error));
        if (sight.Error is { } before) return Warning($"{host} was reached, but not at once: {before.Detail}", RemedyOf(feed.Name, before.Error));
        if (sight.Said.Count > 0) return Warning($"{host} accepted the key and says: {string.Join("; ", sight.Said.Distinct())}", "Look at the symbols of the plan and at what the provider's plan includes.");
        return sight.IsConnected
            ? Ok($"{host} accepted the key{(sight.IsMarketClosed ? "; the market is closed" : "")}")
            : Warning(string.Create(CultureInfo.InvariantCulture, $"{host} took the connection and said nothing within {Within.TotalSeconds:0} s"), "Look at the rows of the symbols, and at the provider's own page of its state.");
    }

    private static string RemedyOf(string provider, FeedErrorClass? error) => error switch
    {
        FeedErrorClass.Auth or FeedErrorClass.Plan => $"Set a valid key whose plan has live prices: {PriceProviders.All.First(p => p.Name == provider).Needs}.",
        FeedErrorClass.Throttled => "Wait as the provider asks, and see that nothing else uses the key.",
        FeedErrorClass.Certificate => "Look at the address, at this machine's clock and at what it trusts.",
        FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol => "Correct the symbols of the plan, or the account.",
        _ => "Look at network, proxy and address, and whether another process uses the key: some providers allow one connection.",
    };
}
