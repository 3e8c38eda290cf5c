using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>The server's life: listens, watches the market, drops connections when asked to, stops when disposed.</summary>
public sealed class FakeFeedServer : IFakeFeed
{
    private readonly FakeFeedRequest _request;
    private readonly TimeProvider _time;
    private readonly HttpListener _listener;
    private readonly FakeFeedLog _log;
    private readonly FakeFeedRoutes _routes;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, byte> _answers = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeFeedServer(FakeFeedRequest request, TimeProvider time, HttpListener listener, int port)
    {
        (_request, _time, _listener) = (request, time, listener);
        _log = new FakeFeedLog(time);
        var symbols = new FakeFeedSymbols();
        var perMinute = (int)Math.Round(request.TicksPerSecond * 60);
        _routes = new FakeFeedRoutes(symbols, () => new FakeFeedSession(symbols, perMinute, request.SilenceAfter, Now), time, _log);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"ws://127.0.0.1:{port}"));
        Completion = Run();
    }

    /// <inheritdoc/>
    public Uri Address { get; }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> Log => _log.Lines;

    /// <inheritdoc/>
    public Task Completion { get; }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Starts a server.</summary>
    /// <exception cref="AxflException"><c>FakeFeedRequestInvalid</c>, <c>FakeFeedPortTaken</c>.</exception>
    public static FakeFeedServer Start(FakeFeedRequest request, TimeProvider time)
    {
        if (Fault(request) is { } fault) throw new AxflException("FakeFeedRequestInvalid", ErrorKind.Configuration, fault);
        var (listener, port) = LoopbackListener.Open(request.Port);
        return new FakeFeedServer(request, time, listener, port);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();

        // What stopped it before is in Completion.
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static string? Fault(FakeFeedRequest request) => request switch
    {
        { Port: < 0 or > 65535 } => "A port is 0 to 65535; 0 is any that is free.",
        { TicksPerSecond: not (>= 0.1 and <= 20) } => "The ticks per second are 0.1 to 20.",
        { DropEvery: { } every } when every < TimeSpan.FromSeconds(1) || every > TimeSpan.FromDays(1) => "Connections are dropped every 1 to 86400 s.",
        { SilenceAfter: { } after } when after < TimeSpan.Zero => "The time to silence is not negative.",
        _ => null,
    };

    private async Task Run()
    {
        Task[] parts = [Accept(), WatchMarket(), DropNowAndThen(), _broken.Task];
        await Task.WhenAny(parts);
        await _stopping.CancelAsync();

        // Connections are closed in order before the listener breaks them.
        await Task.WhenAll(_answers.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Close();
        _broken.TrySetResult();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _log.End();
        foreach (var part in parts.Where(p => p.IsFaulted)) await part;
    }

    private async Task Accept()
    {
        while (!_stopping.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (_stopping.IsCancellationRequested && e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            // Known before it begins: a server that stops waits for it whatever it has said already.
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _answers.TryAdd(answered.Task, 0);
            _ = _routes.Answer(context, _stopping.Token).ContinueWith(answer => Answered(answer, answered), TaskScheduler.Default);
        }
    }

    // An error nobody foresaw ends the server, so that somebody hears of it.
    private void Answered(Task answer, TaskCompletionSource answered)
    {
        if (answer.Exception is { } error) _broken.TrySetException(error.InnerExceptions);
        _answers.TryRemove(answered.Task, out _);
        answered.TrySetResult();
    }

    private async Task WatchMarket()
    {
        var hours = new WeekNotice();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _time);
        do
        {
            if (hours.Say(Now) is { } notice) _log.Say(notice);
        }
        while (await timer.WaitForNextTickAsync(_stopping.Token));
    }

    private async Task DropNowAndThen()
    {
        using var timer = new PeriodicTimer(_request.DropEvery ?? Timeout.InfiniteTimeSpan, _time);
        while (await timer.WaitForNextTickAsync(_stopping.Token)) _routes.DropAll();
    }
}
