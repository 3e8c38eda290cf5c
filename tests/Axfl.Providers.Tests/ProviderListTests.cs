using Axfl.Contracts;
using Axfl.Providers.Common.Registration;

namespace Axfl.Providers.Tests;

public class ProviderListTests
{
    [Fact]
    public void Each_line_of_the_table_has_its_folder_and_each_folder_its_line()
    {
        Assert.Equal(PriceProviders.All.Select(p => p.Name), ProviderList.All.Select(p => p.Name));
        Assert.Equal(
            typeof(Provider).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Provider))).OrderBy(t => t.Name, StringComparer.Ordinal),
            ProviderList.All.Select(p => p.GetType()).OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Orders_of_auto_are_those_of_the_table()
    {
        Assert.Equal(["oanda", "twelvedata", "finnhub"], PriceProviders.Live);
        Assert.Equal(["twelvedata", "oanda", "finnhub"], PriceProviders.History);
        Assert.Equal(["dukascopy"], PriceProviders.Unofficial);
        Assert.Equal("OANDA_API_KEY and OANDA_ACCOUNT_ID", PriceProviders.All[0].Needs);
        Assert.Equal("no key; unofficial, used only when named", PriceProviders.All[3].Needs);
    }
}
