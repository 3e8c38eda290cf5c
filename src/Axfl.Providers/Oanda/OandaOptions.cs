using System.Diagnostics.CodeAnalysis;
using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Providers.Oanda;

/// <summary>OANDA's v20 pricing stream: a heartbeat line every 5 s, so that 10 s of silence are a dead line.</summary>
internal sealed record OandaOptions : FeedOptions
{
    private const string TradeHost = "https://stream-fxtrade.oanda.com";

    /// <summary>The provider's defaults: the practice server.</summary>
    [SetsRequiredMembers]
    public OandaOptions()
    {
        Endpoint = new Uri("https://stream-fxpractice.oanda.com");
        BackoffBase = TimeSpan.FromSeconds(1);
        BackoffCap = TimeSpan.FromSeconds(30);
        MinDialGap = TimeSpan.FromSeconds(0.5);
        SilenceLimit = TimeSpan.FromSeconds(10);
        ThrottledWait = TimeSpan.FromSeconds(1);
    }

    /// <summary>Account, <c>NNN-NNN-NNNNNNN-NNN</c>.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>Whether a server of real-money accounts may be dialled (for prices; no order is ever sent). Default false.</summary>
    public bool AllowLiveAccount { get; init; }

    /// <summary>The defaults with <c>OANDA_API_KEY</c>, <c>OANDA_ACCOUNT_ID</c> and <c>OANDA_ENV</c> (<c>practice</c>, the default, or <c>live</c>).</summary>
    /// <param name="read">Reads an environment variable.</param>
    /// <param name="allowLiveAccount">See <see cref="AllowLiveAccount"/>.</param>
    /// <exception cref="AxflException"><c>OANDA_ENV</c> is unknown (<c>OandaEnvironmentUnknown</c>) or live without permission (<c>OandaLiveRefused</c>).</exception>
    public static OandaOptions FromEnvironment(Func<string, string?> read, bool allowLiveAccount = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        var options = new OandaOptions
        {
            Keys = SplitKeys(read("OANDA_API_KEY")),
            AccountId = read("OANDA_ACCOUNT_ID")?.Trim() ?? "",
            AllowLiveAccount = allowLiveAccount,
        };
        options = (read("OANDA_ENV")?.Trim().ToLowerInvariant() ?? "") switch
        {
            "" or "practice" or "fxpractice" or "demo" => options,
            "live" or "trade" or "fxtrade" => options with { Endpoint = new Uri(TradeHost) },
            _ => throw new AxflException("OandaEnvironmentUnknown", ErrorKind.Configuration, "OANDA_ENV is neither 'practice' nor 'live': set it to practice."),
        };
        options.ThrowIfLiveIsNotAllowed();
        return options;
    }

    internal void ThrowIfLiveIsNotAllowed()
    {
        if (AllowLiveAccount || !Endpoint.Host.Contains("fxtrade", StringComparison.OrdinalIgnoreCase)) return;
        throw new AxflException("OandaLiveRefused", ErrorKind.Configuration,
            $"The OANDA server {Endpoint.Host} belongs to real-money accounts, and only practice accounts are used unless that is allowed: set OANDA_ENV to practice.");
    }
}
