using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Registration;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Oanda;

/// <summary>OANDA: live quotes of an account, and history with a key alone.</summary>
internal sealed class OandaProvider(PriceProvider info) : Provider(info)
{
    /// <inheritdoc/>
    public override void CheckEnvironment(Func<string, string?> environment) => OandaOptions.FromEnvironment(environment);

    /// <inheritdoc/>
    public override ITickFeed Feed(FeedSetup setup) =>
        new OandaFeed(setup.Apply(OandaOptions.FromEnvironment(setup.Environment), this), setup.Time, setup.IsMarketClosed);

    /// <inheritdoc/>
    public override RestHistory History(HistorySetup setup)
    {
        var stream = OandaOptions.FromEnvironment(setup.Environment);
        if (setup.Address is { } address) (stream with { Endpoint = address }).ThrowIfLiveIsNotAllowed();
        return new OandaHistory(setup.Apply(OandaHistory.Defaults(stream), this), setup.Time, setup.Random);
    }
}
