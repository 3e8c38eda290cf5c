using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Axfl.Alerts.Tests.Servers;

/// <summary>A mail server of this machine without TLS, that keeps the mails it takes.</summary>
internal sealed class SmtpServer : LoopbackServer
{
    public string Address => Place;

    /// <summary>Mails as they came.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>User and password that came.</summary>
    public ConcurrentQueue<string> Credentials { get; } = new();

    /// <summary>Answer to the recipient of the next mails.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Answer to user and password.</summary>
    public string Login { get; set; } = "235 ok";

    protected override async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync(Stopped) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(Stopped) is { } part && part != ".") mail.Append(part).Append('\n');
                Mails.Enqueue(mail.ToString());
            }

            if (verb == "AUTH") Credentials.Enqueue(Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Replace('\0', '|'));
            await writer.WriteLineAsync(verb switch { "EHLO" => "250-here\r\n250 AUTH PLAIN", "RCPT" => Recipient, "AUTH" => Login, "QUIT" => "221 bye", _ => "250 ok" });
            if (verb == "QUIT") return;
        }
    }
}
