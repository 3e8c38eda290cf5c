namespace Axfl.Providers.Tests;

public class ProviderSecretsTests
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["FINNHUB_API_KEYS"] = "FIRST-KEY, SECOND-KEY", ["TWELVEDATA_API_KEYS"] = "THIRD-KEY", ["OANDA_API_KEY"] = "FOURTH-KEY", ["OANDA_ACCOUNT_ID"] = "101-001-7654321-001",
    };

    [Theory]
    [InlineData("FIRST-KEY")]
    [InlineData("SECOND-KEY")]
    [InlineData("THIRD-KEY")]
    [InlineData("FOURTH-KEY")]
    [InlineData("101-001-7654321-001")]
    public void Keys_and_accounts_of_all_providers_are_masked(string secret) =>
        Assert.Equal("it said: ***!", new ProviderSecrets(Environment.GetValueOrDefault).Masked($"it said: {secret}!"));

    [Fact]
    public void User_and_query_of_addresses_are_masked_and_their_hosts_stay()
    {
        var secrets = new ProviderSecrets(_ => null, "wss://me:password@example.org/a?key=abcdefgh", null, "no address");
        Assert.Equal("wss://***@example.org/a?***", secrets.Masked("wss://me:password@example.org/a?key=abcdefgh"));
    }

    [Fact]
    public void Without_any_a_text_stays_as_it_is() => Assert.Equal("me, key and 127.0.0.1", new ProviderSecrets(_ => null, "ws://127.0.0.1:8765").Masked("me, key and 127.0.0.1"));
}
