using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.FakeHost;
using Axfl.LiveHost;
using Axfl.Providers;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;
using Axfl.Runs.Files;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>
/// A live run of two symbols against a fake server over real sockets, on a clock that stands until the test lets seconds pass: each look of the feed and of
/// the run is over before the clock goes on.
/// </summary>
internal sealed class SocketRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FakeServer _server;
    private readonly SteppedClock _time = new(DateTimeOffset.FromUnixTimeMilliseconds(FeedHarness.T0));
    private readonly TimeProvider _feedTime;
    private readonly WireFormat _format;
    private readonly TakenFeed _feed;
    private readonly LiveRun _run;
    private readonly WaitedHistory? _history;
    private readonly List<string> _notices = [];
    private TaskCompletionSource _noticed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;

    private SocketRun(FakeServer server, string provider, string folder, Uri? history, int warmupDays, bool isResumed, string strategy)
    {
        _server = server;
        _feedTime = _time.View();
        _format = provider switch { "finnhub" => WireFormat.Finnhub, "twelvedata" => WireFormat.TwelveData, _ => WireFormat.Oanda };
        _feed = new TakenFeed(Feed(provider));
        if (history is not null) _history = new WaitedHistory(HistorySources.Create(provider, history.ToString(), static name => name == "OANDA_ENV" ? null : "KEY", _time));
        var sessions = Path.Combine(folder, "made.yaml");
        File.WriteAllText(sessions, DirectLive.Sessions.Replace("warmup_days: 0", $"warmup_days: {warmupDays}", StringComparison.Ordinal).Replace("churn", strategy, StringComparison.Ordinal));
        var request = new RunRequest
        {
            Mode = "ws", SessionsPath = isResumed ? null : sessions, Profile = "made", OutputDirectory = folder, WorkingDirectory = folder, RunId = "a", Resume = isResumed,
        };
        _run = LiveRun.Start(
            request, [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests"), StrategyCatalogue.FromType(typeof(OnceStrategy), "tests")],
            new LivePorts((_, _) => _feed, (_, _, _) => (_history, _history is null ? "No history is configured." : "History is configured."), "here", _time), CancellationToken.None);
        _listening = Listen();
    }

    public FakeConnection Connection { get; private set; } = null!;

    public FakeServer Server => _server;

    public PortfolioStatus Status => _run.Status!;

    public long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public bool HasEnded => _run.Completion.IsCompleted;

    /// <summary>Waits until it has told people something that has a text in it.</summary>
    /// <returns>The whole notice.</returns>
    public async Task<string> Noticed(string text)
    {
        for (;;)
        {
            Task next;
            lock (_notices)
            {
                if (_notices.Find(n => n.Contains(text, StringComparison.Ordinal)) is { } found) return found;
                next = _noticed.Task;
            }

            await next.WaitAsync(Patience);
        }
    }

    /// <summary>Prices of <see cref="Seconds"/>, by symbol.</summary>
    public double[] Prices { get; } = [1.1, 1.2];

    public static async Task<SocketRun> Start(string provider, string folder, Uri? history = null, int warmupDays = 0, bool isResumed = false, string strategy = "churn")
    {
        var run = await Begin(provider, folder, history, warmupDays, isResumed, strategy);
        await run.Connect();
        return run;
    }

    /// <summary>A run that may not dial yet.</summary>
    public static async Task<SocketRun> Begin(string provider, string folder, Uri? history, int warmupDays, bool isResumed = false, string strategy = "churn") =>
        new(await FakeServer.Start(), provider, folder, history, warmupDays, isResumed, strategy);

    /// <summary>Ends it in order.</summary>
    public async Task Stop()
    {
        _run.Stop();
        await _run.Completion.WaitAsync(Patience);
    }

    /// <summary>Its trades so far, as its file has them.</summary>
    public List<Trade> Trades() => [.. TradesCsv.Read(Path.Combine(_run.Directory, RunFiles.Trades))];

    /// <summary>The next connection of the client, once it is told to make one by the clock.</summary>
    public async Task Connect()
    {
        using var limit = new CancellationTokenSource(Patience);
        Connection = await _server.NextConnection(limit.Token);
    }

    /// <summary>A price of a symbol (0: EURUSD, 1: GBPUSD), stamped so far ahead; the run has taken it when this returns.</summary>
    public async Task Price(int symbol, double price, long ahead = 0)
    {
        var frames = _feed.Statistics.Frames;
        await Connection.Send(_format.Price(_format.NameOf(symbol == 0 ? "EUR" : "GBP", "USD"), Now + ahead, price - 0.00004, price + 0.00004));
        await _feed.Statistics.WhenFrames(frames + 1).WaitAsync(Patience);
        await _feed.Taken().WaitAsync(Patience);
    }

    /// <summary>Whatever the server says besides prices.</summary>
    public async Task Say(string message)
    {
        var frames = _feed.Statistics.Frames;
        await Connection.Send(message);
        await _feed.Statistics.WhenFrames(frames + 1).WaitAsync(Patience);
        await _feed.Taken().WaitAsync(Patience);
    }

    /// <summary>Lets so many seconds pass with prices of some symbols in each.</summary>
    public async Task Seconds(int count, params int[] symbols)
    {
        for (var i = 0; i < count; i++)
        {
            foreach (var symbol in symbols) await Price(symbol, Prices[symbol] + i % 2 * 0.00002);
            await Pass(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets time pass; during a dial it stands until the server has answered.</summary>
    public async Task Pass(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var end = _time.GetUtcNow() + time; ;)
        {
            var look = await _time.Waits(length => length == LiveSignals.ClockEvery, limit.Token);
            var feed = await _time.Waits(_feedTime, length => length != FeedHarness.DialLimit, limit.Token);
            await _feed.Taken().WaitAsync(limit.Token);
            if (_history is not null) await _history.Answered().WaitAsync(limit.Token);
            if (_time.GetUtcNow() >= end) return;
            _time.MoveTo(new[] { look, feed, end }.Min());
        }
    }

    /// <summary>Lets seconds pass until something is so.</summary>
    public async Task Until(Func<bool> condition)
    {
        for (var seconds = 0; !condition(); seconds++)
        {
            Assert.True(seconds < 3600, "It did not happen within an hour.");
            await Pass(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        await _listening;
        await _server.DisposeAsync();
    }

    private async Task Listen()
    {
        try
        {
            await foreach (var item in _run.Events)
            {
                if (item is not NoticeEvent notice) continue;
                TaskCompletionSource waited;
                lock (_notices)
                {
                    _notices.Add(notice.Message);
                    waited = _noticed;
                    _noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                waited.SetResult();
            }
        }
        catch (AxflException)
        {
            // How it ended is in its completion.
        }
    }

    private ITickFeed Feed(string provider)
    {
        static bool closed(long time) => false;
        return provider switch
        {
            "finnhub" => new FinnhubFeed(FeedHarness.Timed(new FinnhubOptions { Endpoint = _server.Address, Keys = ["KEY"] }), _feedTime, closed, () => 0.4),
            "twelvedata" => new TwelveDataFeed(FeedHarness.Timed(new TwelveDataOptions { Endpoint = _server.Address, Keys = ["KEY"] }), _feedTime, closed, () => 0.4),
            _ => new OandaFeed(
                FeedHarness.Timed(new OandaOptions { Endpoint = _server.Address, Keys = ["KEY"], AccountId = "101-001-0000001-001" }), _feedTime, closed, () => 0.4),
        };
    }

    /// <summary>A feed that knows when what it said is in the hands of the run.</summary>
    private sealed class TakenFeed(ITickFeed inner) : ITickFeed
    {
        private readonly SemaphoreSlim _more = new(0);
        private long _taken;

        public string Name => inner.Name;

        public Uri Server => inner.Server;

        public FeedStatistics Statistics => inner.Statistics;

        public async IAsyncEnumerable<FeedEvent> Run(
            IReadOnlyList<Instrument> symbols, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var item in inner.Run(symbols, cancellationToken))
            {
                yield return item;
                Interlocked.Increment(ref _taken);
                _more.Release();
            }
        }

        public async Task Taken()
        {
            while (Interlocked.Read(ref _taken) < Statistics.Events) await _more.WaitAsync();
        }

        public void Resubscribe(int symbol) => inner.Resubscribe(symbol);

        public void Redial(string why) => inner.Redial(why);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    /// <summary>History that knows whether somebody waits for it: the clock stands until it has answered.</summary>
    private sealed class WaitedHistory(IHistory inner) : IHistory
    {
        private readonly Lock _gate = new();
        private readonly HashSet<Task> _asked = [];

        public string Name => inner.Name;

        public async Task<IReadOnlyList<StepBar>> Fetch(
            Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
        {
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate) _asked.Add(answered.Task);
            try
            {
                return await inner.Fetch(instrument, interval, from, until, progress, cancellationToken);
            }
            finally
            {
                lock (_gate) _asked.Remove(answered.Task);
                answered.SetResult();
            }
        }

        public async Task Answered()
        {
            while (true)
            {
                Task[] asked;
                lock (_gate) asked = [.. _asked];
                if (asked.Length == 0) return;
                await Task.WhenAll(asked);
            }
        }

        public void Dispose() => inner.Dispose();
    }
}
