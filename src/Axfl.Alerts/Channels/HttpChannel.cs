using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Axfl.Alerts.Messages;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A channel that is a request to an address.</summary>
/// <remarks>Nothing of an exception is repeated: its text may have the address, which is the secret.</remarks>
internal abstract class HttpChannel : IAlertChannel
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1), ConnectionLifetime = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly TimeProvider _time;

    /// <param name="address">Where requests go.</param>
    /// <param name="time">Clock: a server may say until when to wait.</param>
    /// <exception cref="ChannelUnfitException">It is no address that a secret may be sent to.</exception>
    protected HttpChannel(Secret address, TimeProvider time)
    {
        _address = AddressOf(address);
        _time = time;
        _http = NewClient();
    }

    /// <summary>A client for requests that carry a secret, for as long as a run lasts.</summary>
    // A redirect would take the message, and what signs it, somewhere else; a run lasts longer than the address of a host.
    public static HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLifetime }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public abstract int MostTogether { get; }

    /// <summary>The request without its address.</summary>
    protected abstract HttpRequestMessage Request(IReadOnlyList<Alert> alerts);

    /// <summary>How long the body of a refusal asks to wait; null: it does not.</summary>
    protected virtual TimeSpan? WaitOf(string body) => null;

    /// <inheritdoc/>
    public async Task<SendResult> Send(IReadOnlyList<Alert> alerts, CancellationToken cancellation)
    {
        try
        {
            using var request = Request(alerts);
            request.RequestUri = _address;
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await Judge(response, cancellation);
        }
        catch (HttpRequestException e)
        {
            return SendResult.Later(e.InnerException is SocketException socket ? $"no connection ({socket.SocketErrorCode})" : $"no answer ({e.HttpRequestError})");
        }
        catch (IOException)
        {
            return SendResult.Later("the connection was lost");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An address of http or https; http to this machine alone.</summary>
    /// <exception cref="ChannelUnfitException">It is another one.</exception>
    public static Uri AddressOf(Secret address)
    {
        if (!Uri.TryCreate(address.Reveal(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.UserInfo.Length > 0)
            throw new ChannelUnfitException("its address is not an https:// address");
        return uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback ? uri : throw new ChannelUnfitException("its address is http://, by which everybody on the way can read it: use https://");
    }

    private async Task<SendResult> Judge(HttpResponseMessage response, CancellationToken cancellation)
    {
        var answer = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
        if (response.IsSuccessStatusCode) return SendResult.Taken(answer);
        var wait = Wait(response) ?? WaitOf(await Beginning(response, cancellation));
        return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError
            ? SendResult.Later(answer, wait) : SendResult.Refused(answer);
    }

    private TimeSpan? Wait(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        return Bounded(after?.Delta ?? (after?.Date is { } date ? date - _time.GetUtcNow() : null));
    }

    /// <summary>A wait that a server may ask for.</summary>
    protected static TimeSpan? Bounded(TimeSpan? wait) => wait is not { } given ? null : given < TimeSpan.Zero ? TimeSpan.Zero : given > LongestWait ? LongestWait : given;

    // As much as a number of seconds needs; a server may say anything.
    private static async Task<string> Beginning(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[2048];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}

/// <summary>A channel cannot be made of what the plan and its secrets say.</summary>
/// <param name="message">Why; never a secret.</param>
internal sealed class ChannelUnfitException(string message) : Exception(message);
