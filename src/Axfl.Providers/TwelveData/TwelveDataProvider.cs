using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Registration;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.TwelveData;

/// <summary>Twelve Data: live prices and history.</summary>
internal sealed class TwelveDataProvider(PriceProvider info) : Provider(info)
{
    /// <inheritdoc/>
    public override ITickFeed Feed(FeedSetup setup) =>
        new TwelveDataFeed(setup.Apply(TwelveDataOptions.FromEnvironment(setup.Environment), this), setup.Time, setup.IsMarketClosed);

    /// <inheritdoc/>
    public override RestHistory History(HistorySetup setup) =>
        new TwelveDataHistory(setup.Apply(TwelveDataHistory.Defaults(TwelveDataOptions.FromEnvironment(setup.Environment).Keys), this), setup.Time, setup.Random);
}
