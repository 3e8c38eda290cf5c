using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Registration;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Finnhub;

/// <summary>Finnhub: live prices, and history for keys whose plan has it.</summary>
internal sealed class FinnhubProvider(PriceProvider info) : Provider(info)
{
    /// <inheritdoc/>
    public override ITickFeed Feed(FeedSetup setup) =>
        new FinnhubFeed(setup.Apply(FinnhubOptions.FromEnvironment(setup.Environment) with { Venue = setup.Venue }, this), setup.Time, setup.IsMarketClosed);

    /// <inheritdoc/>
    public override RestHistory History(HistorySetup setup) =>
        new FinnhubHistory(setup.Apply(FinnhubHistory.Defaults(FinnhubOptions.FromEnvironment(setup.Environment).Keys, setup.Venue), this), setup.Time, setup.Random);
}
