using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>Opens an HTTP listener on a port of the loopback address.</summary>
internal static class LoopbackListener
{
    private const int Tries = 10;

    /// <summary>Listens at once.</summary>
    /// <param name="port">0: any that is free.</param>
    /// <exception cref="AxflException">The port is taken (<c>FakeFeedPortTaken</c>).</exception>
    public static (HttpListener Listener, int Port) Open(int port)
    {
        // HTTP listeners know no port 0: a free one is looked for, and another if somebody is faster.
        HttpListenerException? fault = null;
        for (var i = 0; i < (port == 0 ? Tries : 1); i++)
        {
            var wanted = port == 0 ? FreePort() : port;
            foreach (var hosts in new string[][] { ["127.0.0.1", "localhost"], ["127.0.0.1"] })
            {
                // Where localhost is an address that cannot be listened to, 127.0.0.1 alone will do.
                if (TryOpen(hosts, wanted, out fault) is { } listener) return (listener, wanted);
            }
        }

        throw new AxflException(
            "FakeFeedPortTaken", ErrorKind.Feed,
            string.Create(CultureInfo.InvariantCulture, $"Cannot listen on port {port} of 127.0.0.1 ({fault!.Message.TrimEnd('.')}): choose another, or 0 for any free one."),
            fault) { Target = port.ToString(CultureInfo.InvariantCulture) };
    }

    private static HttpListener? TryOpen(string[] hosts, int port, out HttpListenerException? fault)
    {
        var listener = new HttpListener { IgnoreWriteExceptions = true };
        foreach (var host in hosts) listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/"));
        try
        {
            listener.Start();
            fault = null;
            return listener;
        }
        catch (HttpListenerException e)
        {
            listener.Close();
            fault = e;
            return null;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
