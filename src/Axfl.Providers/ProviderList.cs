using Axfl.Contracts;
using Axfl.Providers.Common.Registration;

namespace Axfl.Providers;

/// <summary>How each of <see cref="PriceProviders"/> gives its prices.</summary>
internal static class ProviderList
{
    /// <summary>All, in the order of the table.</summary>
    public static IReadOnlyList<Provider> All { get; } = [.. PriceProviders.All.Select(Make)];

    /// <summary>A provider by name; null: there is none.</summary>
    public static Provider? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    // Oanda/OandaProvider is the one of the name oanda: so a provider is registered by one line.
    private static Provider Make(PriceProvider info)
    {
        var type = typeof(ProviderList).Assembly.GetType($"Axfl.Providers.{info.Name}.{info.Name}Provider", throwOnError: true, ignoreCase: true)!;
        return (Provider)Activator.CreateInstance(type, info)!;
    }
}
