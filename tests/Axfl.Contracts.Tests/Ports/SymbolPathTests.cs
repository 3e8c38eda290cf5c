namespace Axfl.Contracts.Tests.Ports;

public sealed class SymbolPathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-symbol-path-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("EURUSD=bars.csv", "EURUSD", "bars.csv")]
    [InlineData("EUR/USD=bars.csv", "EUR/USD", "bars.csv")]
    [InlineData("OANDA:EUR_USD=bars.csv", "OANDA:EUR_USD", "bars.csv")]
    [InlineData("OANDA:EUR/USD=bars.csv", "OANDA:EUR/USD", "bars.csv")]
    [InlineData("EURUSD=C:\\bars.csv", "EURUSD", "C:\\bars.csv")]
    [InlineData("EURUSD=/bars/x=y.csv", "EURUSD", "/bars/x=y.csv")]
    public void A_symbol_stands_before_the_first_equals_sign(string text, string symbol, string path)
    {
        Assert.True(SymbolPath.TrySplit(text, _folder, out var said, out var rest));
        Assert.Equal((symbol, path), (said, rest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("bars.csv")]
    [InlineData("=bars.csv")]
    [InlineData("bars/x=y.csv")]
    [InlineData("bars\\x=y.csv")]
    [InlineData("a/EURUSD=y.csv")]
    [InlineData("data/2024/x=y.csv")]
    [InlineData("./EURUSD=y.csv")]
    [InlineData("EURUSD.x=y.csv")]
    [InlineData("/EURUSD=y.csv")]
    public void A_path_with_an_equals_sign_of_its_own_says_none(string text)
    {
        Assert.False(SymbolPath.TrySplit(text, _folder, out var said, out var rest));
        Assert.Equal(("", text), (said, rest));
    }

    [Fact]
    public void A_path_that_exists_as_it_stands_says_none()
    {
        File.WriteAllText(Path.Combine(_folder, "EURUSD=m5.csv"), "");
        Assert.False(SymbolPath.TrySplit("EURUSD=m5.csv", _folder, out _, out _));
        Assert.True(SymbolPath.TrySplit("EURUSD=m1.csv", _folder, out _, out _));
    }
}
