using System.Globalization;
using System.Threading.RateLimiting;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Common.Rest;

/// <summary>The budgets of all keys of a provider: where one is spent, the next key takes its turn.</summary>
/// <param name="name">Provider.</param>
/// <param name="options">Calls a minute.</param>
/// <param name="keys">Keys; spent ones rest. Null: the provider has none.</param>
/// <param name="time">Clock.</param>
/// <param name="random">Uniform in [0, 1).</param>
internal sealed class KeyBudgets(string name, RestOptions options, KeyRing? keys, TimeProvider time, Func<double> random) : IDisposable
{
    private readonly Dictionary<int, CallBudget> _budgets = [];

    /// <summary>Takes one call of the key in use, of the next key when it has none left, or waits for the next minute.</summary>
    public async Task Take(PageProgress progress, CancellationToken cancellationToken)
    {
        while (options.CallsPerMinute > 0)
        {
            using var lease = Current().AttemptAcquire();
            if (lease.IsAcquired) return;
            lease.TryGetMetadata(MetadataName.RetryAfter, out var rest);
            var now = time.GetUtcNow();
            if (keys?.Rest(now, now + rest) == true) continue;
            var wait = rest + options.BackoffBase * random();
            progress.Wait(string.Create(CultureInfo.InvariantCulture, $"{options.CallName} of {name}, {Math.Ceiling(wait.TotalSeconds)} s"));
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Believes the count that the server has sent with an answer.</summary>
    public void Believe(RestAnswer answer)
    {
        if (options.CallsPerMinute > 0 && int.TryParse(answer.Header("api-credits-left"), NumberStyles.None, CultureInfo.InvariantCulture, out var left))
            Current().Believe(left);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var budget in _budgets.Values) budget.Dispose();
    }

    private CallBudget Current()
    {
        var key = keys?.Position ?? 0;
        if (!_budgets.TryGetValue(key, out var budget)) _budgets[key] = budget = new CallBudget(options.CallsPerMinute, time);
        return budget;
    }
}
