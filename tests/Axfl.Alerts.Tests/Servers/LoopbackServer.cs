using System.Net;
using System.Net.Sockets;

namespace Axfl.Alerts.Tests.Servers;

/// <summary>A server of this machine: each caller is talked to on a task of its own, until the test is over.</summary>
internal abstract class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    protected LoopbackServer()
    {
        _listener.Start();
        _ = Task.Run(Accept);
    }

    /// <summary>Host and port.</summary>
    protected string Place => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Ends when the test is over.</summary>
    protected CancellationToken Stopped => _stop.Token;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    /// <summary>Talks to a caller; the connection is closed behind it.</summary>
    protected abstract Task Talk(NetworkStream stream);

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await Talk(stream);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Who called is gone.
            }
        }
    }
}
