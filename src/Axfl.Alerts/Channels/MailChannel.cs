using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Axfl.Alerts.Messages;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Axfl.Alerts.Channels;

/// <summary>Mails by SMTP. A password goes over TLS alone, or to this machine.</summary>
/// <param name="plan">Server and addresses.</param>
/// <param name="user">User; null: the server asks for none.</param>
/// <param name="password">Its password.</param>
/// <param name="title">Begins the subjects.</param>
/// <param name="certificate">Judges the server's certificate; null: as the system does.</param>
internal sealed class MailChannel(AlertChannelPlan plan, Secret? user, Secret? password, string title, RemoteCertificateValidationCallback? certificate = null) : IAlertChannel
{
    private const int ImplicitTls = 465, LongestSubject = 120;

    private readonly (string Host, int Port) _server = Split(plan.Server!);

    /// <inheritdoc/>
    public int MostTogether => 100_000;

    /// <inheritdoc/>
    public async Task<SendResult> Send(IReadOnlyList<Alert> alerts, CancellationToken cancellation)
    {
        try
        {
            using var message = Message(alerts);
            using var client = new SmtpClient();
            if (certificate is not null) client.ServerCertificateValidationCallback = certificate;
            await client.ConnectAsync(_server.Host, _server.Port, Security, cancellation);
            if (user is not null) await client.AuthenticateAsync(user.Reveal(), password!.Reveal(), cancellation);
            await client.SendAsync(message, cancellation);
            await Leave(client, cancellation);
            return SendResult.Taken("the server took the mail");
        }
        catch (SmtpCommandException e)
        {
            var answer = string.Create(CultureInfo.InvariantCulture, $"SMTP {(int)e.StatusCode}");
            return (int)e.StatusCode < 500 ? SendResult.Later(answer) : SendResult.Refused(answer);
        }
        catch (AuthenticationException)
        {
            return SendResult.Refused("the server does not accept user and password");
        }
        catch (SslHandshakeException)
        {
            return SendResult.Later("no TLS connection: the certificate of the server is not trusted, or it speaks no TLS on this port");
        }
        catch (NotSupportedException)
        {
            return SendResult.Refused("the server offers no TLS: a password is not sent over a plain connection");
        }
        catch (SocketException e)
        {
            return SendResult.Later($"no connection ({e.SocketErrorCode})");
        }
        catch (Exception e) when (e is IOException or ProtocolException or ServiceNotConnectedException)
        {
            return SendResult.Later("the connection was lost");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A connection lasts for one mail.
    }

    private SecureSocketOptions Security => _server.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect
        : user is null || IsThisMachine ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    private bool IsThisMachine => _server.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(_server.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static (string Host, int Port) Split(string server)
    {
        var colon = server.LastIndexOf(':');
        return (server[..colon].Trim('[', ']'), int.Parse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    // The mail was taken: what becomes of the farewell changes nothing.
    private static async Task Leave(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
            // It is gone without it.
        }
    }

    private MimeMessage Message(IReadOnlyList<Alert> alerts)
    {
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(plan.From!));
        foreach (var to in plan.To) message.To.Add(MailboxAddress.Parse(to));
        var first = alerts[0].Shown.Split('\n')[0];
        var subject = alerts.Count == 1 ? $"{title}: {first}" : $"{title}: {first} (and {alerts.Count - 1} more)";
        message.Subject = subject.Length <= LongestSubject ? subject : subject[..(LongestSubject - 1)] + "…";
        message.Headers.Add("X-Axfl-Event", string.Join(' ', alerts.Select(a => a.Id)));
        var text = new TextPart(TextFormat.Plain) { Text = string.Join("\n", alerts.Select(a => a.Shown)) + "\n" };
        message.Body = alerts.Any(a => a.Html is not null)
            ? new MultipartAlternative(text, new TextPart(TextFormat.Html) { Text = string.Concat(alerts.Select(a => a.Html ?? $"<p>{WebUtility.HtmlEncode(a.Shown)}</p>")) })
            : text;
        return message;
    }
}
