using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Axfl.Benchmarks;

/// <summary>A server of this machine that accepts connections and never answers.</summary>
internal sealed class HangingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _callers = [];

    public HangingServer()
    {
        _listener.Start();
        _ = Task.Run(Accept);
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var caller in _callers) caller.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _callers.Add(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }
}
