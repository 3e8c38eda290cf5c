using Axfl.Contracts;
using Axfl.Providers.Common.Registration;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Dukascopy;

/// <summary>Dukascopy: history without a key; no documented service, so that it is used only when it is named.</summary>
internal sealed class DukascopyProvider(PriceProvider info) : Provider(info)
{
    /// <inheritdoc/>
    public override RestHistory History(HistorySetup setup) => new DukascopyHistory(setup.Apply(DukascopyHistory.Defaults, this), setup.Time, setup.Random);
}
