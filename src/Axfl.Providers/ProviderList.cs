using Axfl.Providers.Common.Registration;
using Axfl.Providers.Dukascopy;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;

namespace Axfl.Providers;

/// <summary>The providers there are: a line each.</summary>
internal static class ProviderList
{
    /// <summary>All, in the order in which <c>auto</c> tries them for live prices.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new OandaProvider(),
        new TwelveDataProvider(),
        new FinnhubProvider(),
        new DukascopyProvider(),
    ];

    /// <summary>A provider by name; null: there is none.</summary>
    public static Provider? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
