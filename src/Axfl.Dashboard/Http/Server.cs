using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Axfl.Contracts;

namespace Axfl.Dashboard.Http;

/// <summary>Listens on 127.0.0.1 and on nothing else, and serves a bounded number of clients at a time.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>The most connections that are served at a time.</summary>
    public const int MostConnections = 16;

    private readonly TcpListener _listener;
    private readonly Safety _safety;
    private readonly Func<Request, CancellationToken, Task<Response>> _routes;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _open = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _served, _refused;

    private Server(TcpListener listener, Func<Request, CancellationToken, Task<Response>> routes, TimeProvider time)
    {
        (_listener, _routes, _time) = (listener, routes, time);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Key = new AccessKey(Port);
        _safety = new Safety(Port, Key);
        Completion = Run();
    }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>Its key.</summary>
    public AccessKey Key { get; }

    /// <summary>Ends when it has stopped, or faults with what stopped it.</summary>
    public Task Completion { get; }

    /// <summary>Starts one.</summary>
    /// <param name="port">Port; 0: any that is free.</param>
    /// <param name="routes">Answers what may be answered.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="AxflException">The port is taken (<c>DashboardPortTaken</c>), or none (<c>DashboardPortInvalid</c>).</exception>
    public static Server Start(int port, Func<Request, CancellationToken, Task<Response>> routes, TimeProvider time)
    {
        if (port is < 0 or > 65535) throw new AxflException("DashboardPortInvalid", ErrorKind.Configuration, "A port is 0 to 65535; 0 is any that is free.");
        var listener = new TcpListener(IPAddress.Loopback, port);
        // Nobody else may listen where the key is sent to.
        if (OperatingSystem.IsWindows()) listener.ExclusiveAddressUse = true;
        try
        {
            listener.Start(MostConnections);
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new AxflException("DashboardPortTaken", ErrorKind.Configuration,
                string.Create(CultureInfo.InvariantCulture, $"Cannot listen on port {port} of 127.0.0.1 ({e.Message.TrimEnd('.')}): choose another with {Spelling.Of("Port")}, or 0 for any that is free."), e)
            { Target = port.ToString(CultureInfo.InvariantCulture) };
        }

        return new Server(listener, routes, time);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();

        // What stopped it before is in Completion.
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Run()
    {
        var accepting = Accept();
        await Task.WhenAny(accepting, _broken.Task);
        await _stopping.CancelAsync();
        await Task.WhenAll(_open.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _broken.TrySetResult();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _broken.Task;
        if (accepting.IsFaulted) await accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopping.Token);
                Take(socket);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It stops.
        }
    }

    private void Take(Socket socket)
    {
        socket.NoDelay = true;
        if (Interlocked.Increment(ref _served) <= MostConnections)
        {
            Keep(new Connection(socket, _safety, _routes, _time), static (c, stopping) => c.Serve(stopping), () => Interlocked.Decrement(ref _served));
            return;
        }

        // Of those that come while as many are being told so, nobody is told anything.
        Interlocked.Decrement(ref _served);
        if (Interlocked.Increment(ref _refused) <= MostConnections)
        {
            Keep(new Connection(socket, _safety, _routes, _time), static (c, stopping) => c.Refuse(stopping), () => Interlocked.Decrement(ref _refused));
            return;
        }

        Interlocked.Decrement(ref _refused);
        socket.Dispose();
    }

    private void Keep(Connection connection, Func<Connection, CancellationToken, Task> serve, Action ended)
    {
        // Known before it begins: a server that stops waits for it.
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.TryAdd(done.Task, 0);
        _ = Task.Run(() => serve(connection, _stopping.Token)).ContinueWith(served =>
        {
            connection.Dispose();
            ended();
            // An error nobody foresaw ends the server, so that somebody hears of it.
            if (served.Exception is { } error) _broken.TrySetException(error.InnerExceptions);
            _open.TryRemove(done.Task, out _);
            done.TrySetResult();
        }, TaskScheduler.Default);
    }
}
