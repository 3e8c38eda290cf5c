using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.Providers.Common.Links;

namespace Axfl.Providers.Common.Streaming;

/// <summary>What the feeds of all providers share: dial, subscribe, read, watch, and dial again.</summary>
internal abstract class StreamFeed : ITickFeed
{
    private readonly FeedOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<int> _wanted = new();
    private readonly Func<long, bool> _isMarketClosed;
    private readonly Func<double> _random;
    private readonly CancellationTokenSource _disposed = new();
    private string? _redial;
    private ReconnectPolicy? _policy;
    private KeyRing? _keys;
    private int _running;

    private protected StreamFeed(string name, FeedOptions options, TimeProvider time, Func<long, bool> isMarketClosed, Func<double>? random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(isMarketClosed);
        Name = name;
        _options = options;
        _time = time;
        _isMarketClosed = isMarketClosed;
        _random = random ?? Random.Shared.NextDouble;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Uri Server => _options.Endpoint;

    /// <inheritdoc/>
    public FeedStatistics Statistics { get; } = new();

    /// <summary>Clock.</summary>
    private protected TimeProvider Time => _time;

    /// <summary>Masks the keys of this feed.</summary>
    private protected abstract KeyRedactor Redactor { get; }

    /// <summary>The provider's usual name of a symbol.</summary>
    private protected abstract string NameOf(Instrument instrument);

    /// <summary>Opens a connection with a key.</summary>
    private protected abstract Task<IFeedLink> Dial(string key, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Reads one message.</summary>
    private protected abstract void Parse(ReadOnlySpan<byte> message, FeedFrame frame);

    /// <summary>Messages that subscribe symbols; none when the request itself did.</summary>
    private protected abstract IEnumerable<string> Subscribe(IEnumerable<string> names);

    /// <summary>Messages that subscribe one symbol again.</summary>
    private protected abstract IEnumerable<string> Resubscribe(string name);

    /// <summary>After a request that was called wrong: the symbols to blame, where the provider refuses all for one.</summary>
    private protected virtual Task<IReadOnlyList<FrameFault>> FindRefused(string key, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FrameFault>>([]);

    /// <summary>This side's heartbeat.</summary>
    private protected virtual string HeartbeatMessage => "";

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeedEvent> Run(
        IReadOnlyList<Instrument> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        if (Interlocked.Exchange(ref _running, 1) == 1) throw new InvalidOperationException($"The feed {Name} is running already.");
        var channel = Channel.CreateBounded<FeedEvent>(new BoundedChannelOptions(_options.QueueCapacity) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var names = symbols.Select(s => (s.Symbol, _options.SymbolNames.TryGetValue(s.Symbol, out var name) ? name : NameOf(s))).ToList();
        Statistics.Begin(symbols.Count);
        var run = new FeedRun(_options, _time, _isMarketClosed, channel.Writer, Statistics, Redactor, names);
        var pump = Task.Run(() => Pump(run, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            // The writer completes when the feed is stopped; what it said before is still read.
            await foreach (var item in channel.Reader.ReadAllAsync(CancellationToken.None)) yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await pump;
            Interlocked.Exchange(ref _running, 0);
        }
    }

    /// <inheritdoc/>
    public void Resubscribe(int symbol) => _wanted.Enqueue(symbol);

    /// <inheritdoc/>
    public void Redial(string why) => Volatile.Write(ref _redial, why);

    /// <summary>Stops a run that is going on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        GC.SuppressFinalize(this);
    }

    private async Task Pump(FeedRun run, ChannelWriter<FeedEvent> writer, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            var keys = new KeyRing(_options.Keys);
            if (!keys.Any) run.Say(FeedState.Failed, $"No key for {Name}: set its environment variable.", FeedErrorClass.Auth);
            else await DialUntilStopped(run, keys, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop: the sequence just ends.
        }
        catch (FeedException e)
        {
            // Failed has been said already, unless the reader fell behind and nothing can be said.
            fault = run.Overflow is null ? null : e;
        }
        catch (Exception e)
        {
            fault = e;
        }
        finally
        {
            writer.TryComplete(fault);
        }
    }

    private async Task DialUntilStopped(FeedRun run, KeyRing keys, CancellationToken cancellationToken)
    {
        var policy = new ReconnectPolicy(_options, keys, _time, _random);
        (_policy, _keys) = (policy, keys);
        while (true)
        {
            try
            {
                await Session(run, cancellationToken);
            }
            catch (FeedException e) when (run.Overflow is null)
            {
                Statistics.CountError();
                var decision = policy.Next(e, _time.GetUtcNow() - run.ConnectedAt, run.HadPrices);
                if (!decision.IsRetry)
                {
                    run.Say(FeedState.Failed, $"{e.Message} {decision.Note}.", e.ErrorClass);
                    throw;
                }

                var delay = decision.Delay > TimeSpan.Zero ? decision.Delay : TimeSpan.Zero;
                var note = decision.Note.Length == 0 ? "" : $" ({decision.Note})";
                run.Say(FeedState.BackingOff, e.Message + note, e.ErrorClass, delay);
                await Task.Delay(delay, _time, cancellationToken);
            }
        }
    }

    /// <summary>One connection from dial to end; always ends in an exception.</summary>
    private async Task Session(FeedRun run, CancellationToken cancellationToken)
    {
        run.BeginDial();
        run.Say(FeedState.Connecting, string.Create(CultureInfo.InvariantCulture, $"Dialling {_options.Endpoint.Host} with key {_keys!.Position} of {_keys.Count}."));
        Statistics.CountDial();
        _policy!.LastDial = _time.GetUtcNow();
        await using var link = await Open(run, cancellationToken);
        _wanted.Clear();
        Volatile.Write(ref _redial, null);
        run.BeginSession();
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Read(link, run, session.Token);
        var watching = Watch(link, run, session.Token);
        var first = await Task.WhenAny(reading, watching);
        await session.CancelAsync();
        await (first == reading ? watching : reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        await first;
    }

    private async Task<IFeedLink> Open(FeedRun run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var dial = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        IFeedLink? link = null;
        try
        {
            var names = run.Asked();
            link = await Dial(_keys!.Current, names, dial.Token);
            foreach (var message in Subscribe(names)) await link.Send(message, dial.Token);
            return link;
        }
        catch (Exception e)
        {
            if (link is not null) await link.DisposeAsync();
            if (e is FeedException { ErrorClass: FeedErrorClass.BadRequest }) await Blame(run, cancellationToken);
            if (e is not OperationCanceledException || cancellationToken.IsCancellationRequested) throw;
            throw new FeedException("FeedConnectTimeout", FeedErrorClass.Transient, string.Create(CultureInfo.InvariantCulture,
                $"{_options.Endpoint.Host} did not answer within {_options.ConnectTimeout.TotalSeconds:0.#} s."));
        }
    }

    // Symbols that the next dial leaves out, if not all are to blame.
    private async Task Blame(FeedRun run, CancellationToken cancellationToken)
    {
        var names = run.Asked();
        if (names.Count < 2) return;
        try
        {
            var refused = await FindRefused(_keys!.Current, names, cancellationToken);
            if (refused.Count < names.Count) run.LeaveOut(refused);
        }
        catch (Exception e) when (e is FeedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            run.Warn($"Which symbol was refused could not be found out: {(e is FeedException ? e.Message : "no answer in time")}");
        }
    }

    private async Task Read(IFeedLink link, FeedRun run, CancellationToken cancellationToken)
    {
        var frame = new FeedFrame();
        while (await link.Receive(cancellationToken) is { } message)
        {
            Parse(message.Span, frame);
            run.Take(frame, message.Span);
            if (frame.Kind != FrameKind.Error) continue;
            var text = Redactor.Redact(frame.Message);
            if (ProviderErrors.Classify(text) is { } errorClass)
                throw new FeedException("FeedProviderError", errorClass, $"{Name} says: {text}");
            if (frame.Refused.Count == 0) run.Warn(text.Length > 0 ? text : $"{Name} sent an error that does not say what is wrong");
        }

        var socket = link as WebSocketLink;
        throw new FeedException("FeedConnectionClosed", FeedErrorClass.Transient,
            $"{_options.Endpoint.Host} closed the connection ({socket?.CloseReason ?? "the response ended"}).")
        {
            AsksToComeBack = socket?.AsksToComeBack == true,
        };
    }

    private async Task Watch(IFeedLink link, FeedRun run, CancellationToken cancellationToken)
    {
        var lastBeat = _time.GetUtcNow();
        while (true)
        {
            await Task.Delay(_options.CheckEvery, _time, cancellationToken);
            if (Volatile.Read(ref _redial) is { } why) throw new FeedException("FeedStale", FeedErrorClass.Transient, why);
            var names = run.Check().Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
            while (_wanted.TryDequeue(out var wanted)) names.Add(run.Symbols[wanted].Name);
            foreach (var message in names.SelectMany(Resubscribe)) await link.Send(message, cancellationToken);
            var now = _time.GetUtcNow();
            if (_options.Heartbeat <= TimeSpan.Zero || now - lastBeat < _options.Heartbeat) continue;
            lastBeat = now;
            await link.Send(HeartbeatMessage, cancellationToken);
        }
    }
}
