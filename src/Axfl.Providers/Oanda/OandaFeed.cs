using System.Net.Http.Headers;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Links;
using Axfl.Providers.Common.Rest;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Providers.Oanda;

/// <summary>Quotes of OANDA's v20 pricing stream: at most four a second and symbol, so that highs and lows can miss extremes.</summary>
internal sealed class OandaFeed : StreamFeed
{
    private readonly OandaOptions _options;

    /// <summary>A feed of one account.</summary>
    /// <param name="options">Address, key, account, times.</param>
    /// <param name="time">Clock.</param>
    /// <param name="isMarketClosed">Whether the FX market is closed at a time (unix ms).</param>
    /// <param name="random">Uniform in [0, 1) for the back-off; null: the system's.</param>
    /// <exception cref="AxflException">The server is of real-money accounts (<c>OandaLiveRefused</c>) or no account is given (<c>OandaAccountMissing</c>).</exception>
    public OandaFeed(OandaOptions options, TimeProvider time, Func<long, bool> isMarketClosed, Func<double>? random = null)
        : base("oanda", options, time, isMarketClosed, random)
    {
        options.ThrowIfLiveIsNotAllowed();
        if (options.AccountId.Length == 0)
            throw new AxflException("OandaAccountMissing", ErrorKind.Configuration, "No OANDA account is given: set OANDA_ACCOUNT_ID.");
        _options = options;
        Redactor = new KeyRedactor([.. options.Keys, options.AccountId]);
    }

    private protected override KeyRedactor Redactor { get; }

    private protected override string NameOf(Instrument instrument) => ProviderSymbols.Oanda(instrument);

    private protected override async Task<IFeedLink> Dial(string key, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        // The watchdog ends a silent stream; a time limit of the client would end a healthy one.
        var trust = new ServerTrust();
        var client = new HttpClient(trust.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address(names));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            request.Headers.Add("Accept-Datetime-Format", "RFC3339");
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode != 200) throw await Refusal(response, cancellationToken);
            return new LineLink(client, response, await response.Content.ReadAsStreamAsync(cancellationToken), Redactor, _options.MaxFrameBytes);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            client.Dispose();
            throw trust.Failure(_options.Endpoint.Host, e, Redactor);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private protected override void Parse(ReadOnlySpan<byte> message, FeedFrame frame) => OandaFrames.Parse(message, frame);

    private protected override IEnumerable<string> Subscribe(IEnumerable<string> names) => [];

    /// <remarks>The request names the symbols: only a new dial asks again.</remarks>
    private protected override IEnumerable<string> Resubscribe(string name) => [];

    /// <remarks>One unknown instrument makes the whole request wrong, and the answer does not say which: each is asked for alone.</remarks>
    private protected override async Task<IReadOnlyList<FrameFault>> FindRefused(string key, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var refused = new List<FrameFault>();
        foreach (var name in names)
        {
            await Task.Delay(_options.MinDialGap, Time, cancellationToken);
            try
            {
                using var limit = new CancellationTokenSource(_options.ConnectTimeout, Time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                await using var link = await Dial(key, [name], either.Token);
            }
            catch (FeedException e) when (e.ErrorClass == FeedErrorClass.BadRequest)
            {
                refused.Add(new FrameFault(name, "not an instrument of this account. " + e.Message));
            }
        }

        return refused;
    }

    private Uri Address(IReadOnlyList<string> names) => new(FeedAddress.Http(_options.Endpoint),
        $"/v3/accounts/{Uri.EscapeDataString(_options.AccountId)}/pricing/stream?instruments={Uri.EscapeDataString(string.Join(',', names))}");

    private async Task<FeedException> Refusal(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            // The start is enough, whatever the length and whatever character set the server claims.
            var start = new byte[2048];
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var count = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            var answer = new RestAnswer(_options.Endpoint.Host, (int)response.StatusCode, start.AsMemory(0, count),
                name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null, Redactor, Time.GetUtcNow());
            return answer.Refusal();
        }
    }
}
