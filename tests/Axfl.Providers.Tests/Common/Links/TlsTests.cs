using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Streaming;
using Axfl.Providers.Finnhub;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common.Links;

/// <summary>Servers whose certificate proves nothing: named, never trusted, and not dialled indefinitely.</summary>
public sealed class TlsTests
{
    [Theory]
    [InlineData("127.0.0.1", 1, "it is self-signed")]
    [InlineData("127.0.0.1", -1, "it is valid from")]
    [InlineData("other.example", 1, "it is for other.example, not for this address")]
    public async Task History_names_what_is_wrong_with_a_certificate_and_asks_once(string name, int validDays, string expected)
    {
        using var server = new TlsServer(name, validDays);
        using var history = HistorySources.Create("finnhub", $"https://127.0.0.1:{server.Port}", Keys, TimeProvider.System);
        var error = await Assert.ThrowsAsync<FeedException>(() => history.Fetch(FeedHarness.EurUsd, new Interval(5), 0, EventTime.Day, null, default));
        Assert.Equal(("FeedCertificateRefused", FeedErrorClass.Certificate), (error.ErrorId, error.ErrorClass));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("No key was sent", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Dials);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("finnhub", "wss")]
    [InlineData("twelvedata", "wss")]
    [InlineData("oanda", "https")]
    public async Task A_feed_that_meets_a_bad_certificate_at_its_start_ends_and_says_why(string provider, string scheme)
    {
        using var server = new TlsServer("127.0.0.1", 1);
        await using var feed = TickFeeds.Create(provider, $"{scheme}://127.0.0.1:{server.Port}", Keys, TimeProvider.System, _ => false);
        var states = new List<StateEvent>();
        await foreach (var item in feed.Run([FeedHarness.EurUsd], CancellationToken.None))
            if (item is StateEvent state) states.Add(state);
        Assert.Equal((FeedState.Failed, FeedErrorClass.Certificate), (states[^1].State, states[^1].Error));
        Assert.Contains("it is self-signed", states[^1].Detail, StringComparison.Ordinal);
        Assert.Equal((1, 0), (server.Dials, server.Requests));
    }

    [Fact]
    public void A_feed_that_has_worked_tries_again_slowly()
    {
        var policy = new ReconnectPolicy(new FinnhubOptions { Keys = ["a"] }, new KeyRing(["a"]), TimeProvider.System, () => 0);
        policy.Next(new FeedException("FeedConnectionLost", FeedErrorClass.Transient, "x"), TimeSpan.FromHours(1), hadPrices: true);
        var decision = policy.Next(new FeedException("FeedCertificateRefused", FeedErrorClass.Certificate, "x"), null, hadPrices: false);
        Assert.True(decision.IsRetry);
        Assert.Equal(60, decision.Delay.TotalSeconds, 1);
    }

    [Fact]
    public async Task A_server_without_tls_is_asked_about()
    {
        await using var plain = await FakeHost.FakeRest.Start(new FakeHost.RestReply(200, "{}"));
        using var history = HistorySources.Create("finnhub", $"https://127.0.0.1:{plain.Address.Port}", Keys, new JumpingTime(DateTimeOffset.FromUnixTimeMilliseconds(HistoryHarness.T0)));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.Fetch(FeedHarness.EurUsd, new Interval(5), 0, EventTime.Day, null, default));
        Assert.Contains("does not speak TLS", error.Message, StringComparison.Ordinal);
    }

    private static string? Keys(string name) => name == "OANDA_ENV" ? null : "SECRET-KEY";

    /// <summary>Takes TLS connections with a certificate of its own, and counts what came through.</summary>
    private sealed class TlsServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly X509Certificate2 _certificate;
        private int _dials, _requests;

        public TlsServer(string name, int validDays)
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            if (IPAddress.TryParse(name, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(name);
            request.CertificateExtensions.Add(names.Build());
            var from = TimeProvider.System.GetUtcNow().AddDays(-30);
            using var made = request.CreateSelfSigned(from, from.AddDays(30 + validDays));
            _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            _listener.Start();
            _ = Accept();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Dials => Volatile.Read(ref _dials);

        public int Requests => Volatile.Read(ref _requests);

        public void Dispose()
        {
            _listener.Dispose();
            _certificate.Dispose();
        }

        private async Task Accept()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _dials);
                    await Serve(client);
                }
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private async Task Serve(TcpClient client)
        {
            try
            {
                await using var secure = new SslStream(client.GetStream());
                await secure.AuthenticateAsServerAsync(_certificate);
                if (await secure.ReadAsync(new byte[1]) > 0) Interlocked.Increment(ref _requests);
            }
            catch (Exception e) when (e is AuthenticationException or IOException)
            {
                // The client does not trust it: what it is for.
            }
        }
    }
}
