using Axfl.Providers.Common;
using Axfl.Providers.Common.Registration;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.TwelveData;

/// <summary>Twelve Data: live prices and history.</summary>
internal sealed class TwelveDataProvider : Provider
{
    /// <inheritdoc/>
    public override string Name => "twelvedata";

    /// <inheritdoc/>
    public override string KeyVariable => "TWELVEDATA_API_KEYS";

    /// <inheritdoc/>
    public override int? HistoryOrder => 1;

    /// <inheritdoc/>
    public override ITickFeed Feed(FeedSetup setup) =>
        new TwelveDataFeed(setup.Apply(TwelveDataOptions.FromEnvironment(setup.Environment), this), setup.Time, setup.IsMarketClosed);

    /// <inheritdoc/>
    public override RestHistory History(HistorySetup setup) =>
        new TwelveDataHistory(setup.Apply(TwelveDataHistory.Defaults(TwelveDataOptions.FromEnvironment(setup.Environment).Keys), this), setup.Time, setup.Random);
}
