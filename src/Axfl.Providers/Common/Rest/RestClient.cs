using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Links;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Axfl.Providers.Common.Rest;

/// <summary>Asks a provider over HTTP: one request at a time, with its keys in headers, tries, waits and limits.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly string _name;
    private readonly RestOptions _options;
    private readonly Action<HttpRequestHeaders, string> _headers;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly KeyRing? _keys;
    private readonly KeyRedactor _redactor;
    private readonly KeyBudgets _budgets;
    private readonly ResiliencePipeline _limit;
    private readonly ServerTrust _trust = new();
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _turn = new(1);
    private FeedException? _refusal;

    // The last word of a server that has told all keys to wait, and until when.
    private FeedException? _throttled;
    private DateTimeOffset _askAgain;

    /// <param name="name">Provider.</param>
    /// <param name="options">Address, keys, times.</param>
    /// <param name="headers">Sets the headers of a request; its second argument is the key, empty for a provider without keys.</param>
    /// <param name="time">Clock.</param>
    /// <param name="random">Uniform in [0, 1) for the waits; null: the system's.</param>
    public RestClient(string name, RestOptions options, Action<HttpRequestHeaders, string> headers, TimeProvider time, Func<double>? random)
    {
        _name = name;
        _options = options;
        _headers = headers;
        _time = time;
        _random = random ?? Random.Shared.NextDouble;
        _keys = options.Keys.Count == 0 ? null : new KeyRing(options.Keys);
        _redactor = new KeyRedactor(options.Keys);
        _budgets = new KeyBudgets(name, options, _keys, time, _random);
        _limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.Timeout).Build();

        var handler = _trust.NewHandler();
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.ConnectTimeout = options.ConnectTimeout;
        _http = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = options.MaxAnswerBytes,
        };
    }

    /// <summary>Asks until there is an answer that can be read, or an error that another try does not mend.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="read">Reads an answer of any status; throws a <see cref="FeedException"/> when it is an error.</param>
    /// <param name="progress">Told of waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<T> Get<T>(string path, Func<RestAnswer, T> read, PageProgress progress, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_refusal is { } refusal) throw Again(refusal);
            await WaitAsTold(progress, cancellationToken);
            return await Pipeline(progress).ExecuteAsync(token => new ValueTask<T>(Try(path, read, progress, token)), cancellationToken);
        }
        catch (FeedException e) when (e.ErrorClass is FeedErrorClass.Auth or FeedErrorClass.Plan && e.ErrorId != RestPolicy.SymbolPlanRefused)
        {
            // No key is left: asking again gives the same answer and costs calls.
            _refusal = e;
            throw;
        }
        catch (FeedException e) when (e.ErrorClass == FeedErrorClass.Throttled)
        {
            // What a server tells one request to wait holds for the next ones too: they use the same keys.
            var now = _time.GetUtcNow();
            _throttled = e;
            _askAgain = _keys is null ? now + (e.RetryAfter ?? _options.ThrottledWait) : _keys.RestedAt;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _budgets.Dispose();
        _turn.Dispose();
    }

    // An exception is thrown once; another caller gets one of his own.
    private static FeedException Again(FeedException said, TimeSpan? retryAfter = null) => new(said.ErrorId, said.ErrorClass, said.Message) { Target = said.Target, RetryAfter = retryAfter };

    // A short wait is waited for; after a long one somebody may ask again.
    private async Task WaitAsTold(PageProgress progress, CancellationToken cancellationToken)
    {
        var left = _askAgain - _time.GetUtcNow();
        if (_throttled is not { } told || left <= TimeSpan.Zero) return;
        if (left > _options.LongestWait) throw Again(told, left);
        progress.Wait(string.Create(CultureInfo.InvariantCulture, $"the limit of calls of {_name}, {Math.Ceiling(left.TotalSeconds)} s"));
        await Task.Delay(left, _time, cancellationToken);
    }

    private ResiliencePipeline Pipeline(PageProgress progress)
    {
        var policy = new RestPolicy(_name, _options, _keys, _time, _random);
        var decision = default(RestDecision);
        return new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args =>
                {
                    decision = args.Outcome.Exception is FeedException e ? policy.Next(e) : default;
                    return ValueTask.FromResult(decision.IsRetry);
                },
                DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(decision.Delay),
                OnRetry = _ =>
                {
                    progress.Wait(decision.Note);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    private async Task<T> Try<T>(string path, Func<RestAnswer, T> read, PageProgress progress, CancellationToken cancellationToken)
    {
        _keys?.TakeRested(_time.GetUtcNow());
        await _budgets.Take(progress, cancellationToken);
        var answer = await Send(_options.Address(path), cancellationToken);
        _budgets.Believe(answer);
        return answer.Read(read);
    }

    private async Task<RestAnswer> Send(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        _headers(request.Headers, _keys?.Current ?? "");
        try
        {
            return await _limit.ExecuteAsync(
                async token =>
                {
                    using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
                    var body = await response.Content.ReadAsByteArrayAsync(token);
                    var headers = response.Headers.ToDictionary(h => h.Key, h => h.Value.FirstOrDefault(), StringComparer.OrdinalIgnoreCase);
                    return new RestAnswer(address.Host, (int)response.StatusCode, body, headers.GetValueOrDefault, _redactor, _time.GetUtcNow());
                },
                cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new FeedException("HistoryAnswerTooLong", FeedErrorClass.BadResponse,
                string.Create(CultureInfo.InvariantCulture, $"{address.Host} sent more than {_options.MaxAnswerBytes} bytes."));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw _trust.Failure(address.Host, e, _redactor);
        }
        catch (InvalidDataException e)
        {
            throw new FeedException("HistoryAnswerUnreadable", FeedErrorClass.BadResponse, $"{address.Host} sent a body whose compression is damaged: {e.Message}") { Target = address.Host };
        }
        catch (Exception e) when (e is TimeoutRejectedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The time for the whole answer, or that to connect, which the handler ends as if somebody had cancelled.
            throw new FeedException("FeedAnswerTimeout", FeedErrorClass.Transient, string.Create(CultureInfo.InvariantCulture,
                $"{address.Host} did not answer within {_options.Timeout.TotalSeconds:0.#} s."));
        }
    }
}
