using System.Net;
using System.Net.Sockets;
using Axfl.Alerts.Channels;
using Axfl.Alerts.Tests.Servers;
using Axfl.Testing;

namespace Axfl.Alerts.Tests.Channels;

/// <summary>Mail over TLS, with a server that people use to try mail out: smtp4dev.</summary>
public sealed class MailTlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_password_goes_over_TLS_and_a_certificate_that_nobody_trusts_is_refused()
    {
        var program = Program();
        Assert.SkipWhen(program is null, "smtp4dev is not installed here: dotnet tool install -g Rnwood.Smtp4dev, or set AXFL_SMTP4DEV to its path.");
        var port = FreePort();
        using var server = new System.Diagnostics.Process
        {
            StartInfo = new(program!, $"--smtpport={port} --tlsmode=StartTls --urls=http://127.0.0.1:{FreePort()} --db= --allowremoteconnections- --disableipv6 --imapport= --pop3port= --baseappdatapath=\"{_folder.Path}\"")
            { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        server.Start();
        var said = server.StandardOutput.ReadToEndAsync();
        var errors = server.StandardError.ReadToEndAsync();
        try
        {
            await Listens(port, server);
            using var trusting = MailChannelTests.Channel($"127.0.0.1:{port}", withUser: true, static (_, certificate, _, _) => certificate is not null);
            Assert.Equal(SendResult.Taken("the server took the mail"), await trusting.Send([Sample.Alert()], CancellationToken.None));
            using var usual = MailChannelTests.Channel($"127.0.0.1:{port}", withUser: true);
            var result = await usual.Send([Sample.Alert()], CancellationToken.None);
            Assert.Equal(SendOutcome.Later, result.Kind);
            Assert.Contains("certificate", result.Answer, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            await Task.WhenAll(said, errors);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string? Program()
    {
        if (Environment.GetEnvironmentVariable("AXFL_SMTP4DEV") is { Length: > 0 } given) return given;
        var tools = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools");
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(tools)
            .SelectMany(folder => (string[])[Path.Combine(folder, "smtp4dev"), Path.Combine(folder, "smtp4dev.exe")]).FirstOrDefault(File.Exists);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Listens(int port, System.Diagnostics.Process server)
    {
        while (true)
        {
            Assert.False(server.HasExited, "smtp4dev did not start.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }
    }
}
