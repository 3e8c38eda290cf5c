using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Axfl.Providers.Common.Links;

/// <summary>Connections to a provider, and in words why one was not made. One for each dial or client.</summary>
/// <remarks>A certificate is judged by the system, never more leniently; only why it was refused is kept, which the exception does not say.</remarks>
internal sealed class ServerTrust
{
    private volatile string? _refused;

    /// <summary>A handler whose connections are judged here. Redirects are not followed: providers answer a bad key with one.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Judge },
    };

    /// <summary>The error of a connection that was not made, or broke before an answer came.</summary>
    /// <param name="host">Server.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="redactor">Masks keys.</param>
    public FeedException Failure(string host, Exception error, KeyRedactor redactor)
    {
        if (_refused is { } why)
        {
            return new FeedException("FeedCertificateRefused", FeedErrorClass.Certificate,
                $"The certificate of {host} is refused: {why}. No key was sent. Check the address and this machine's clock; a server of your own needs a certificate this machine trusts.")
            {
                Target = host,
            };
        }

        var said = redactor.Redact(Innermost(error).Message);
        return new FeedException("FeedUnreachable", FeedErrorClass.Transient, KindOf(error) switch
        {
            HttpRequestError.NameResolutionError => $"{host} cannot be found: its name has no address here ({said})",
            HttpRequestError.SecureConnectionError => $"{host} does not speak TLS as it should: is it a server of http or ws? ({said})",
            HttpRequestError.ResponseEnded => $"{host} took the connection and closed it without a whole answer ({said})",
            HttpRequestError.InvalidResponse => $"{host} answered, but not in HTTP ({said})",
            HttpRequestError.ConnectionError => $"{host} cannot be reached: {said}",
            _ when Innermost(error) is SocketException => $"{host} took the connection and broke it off without a whole answer ({said})",
            _ => $"{host} did not answer as it should: {said}",
        }) { Target = host };
    }

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _refused = errors == SslPolicyErrors.None ? null : Words(certificate, chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private static string Words(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)) return "it sent none";
        using var shown = new X509Certificate2(certificate);
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) reasons.Add($"it is for {NamesOf(shown)}, not for this address");
        var flags = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid))
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"it is valid from {shown.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} to {shown.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC only"));
        if ((flags & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
            reasons.Add(shown.Subject == shown.Issuer ? "it is self-signed" : $"its issuer is not trusted here ({shown.Issuer})");
        if (flags.HasFlag(X509ChainStatusFlags.Revoked)) reasons.Add("it was revoked");
        return reasons.Count > 0 ? string.Join("; ", reasons) : errors + (flags == 0 ? "" : $" ({flags})");
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString()))).Take(3).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name ? name : "no name";
    }

    private static HttpRequestError KindOf(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            switch (error)
            {
                case HttpIOException { HttpRequestError: not HttpRequestError.Unknown } io: return io.HttpRequestError;
                case HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http: return http.HttpRequestError;
                case AuthenticationException: return HttpRequestError.SecureConnectionError;
            }
        }

        return HttpRequestError.Unknown;
    }

    private static Exception Innermost(Exception error)
    {
        while (error.InnerException is { } inner) error = inner;
        return error;
    }
}
