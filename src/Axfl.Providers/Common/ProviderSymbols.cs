using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>How each provider writes a symbol, in streams and in requests alike.</summary>
internal static class ProviderSymbols
{
    /// <summary><c>OANDA:EUR_USD</c>.</summary>
    public static string Finnhub(Instrument instrument, string venue) => $"{venue}:{instrument.Base}_{instrument.Quote}";

    /// <summary><c>EUR/USD</c>.</summary>
    public static string TwelveData(Instrument instrument) => $"{instrument.Base}/{instrument.Quote}";

    /// <summary><c>EUR_USD</c>.</summary>
    public static string Oanda(Instrument instrument) => $"{instrument.Base}_{instrument.Quote}";

    /// <summary><c>EUR-USD</c>.</summary>
    public static string Dukascopy(Instrument instrument) => $"{instrument.Base}-{instrument.Quote}";
}
