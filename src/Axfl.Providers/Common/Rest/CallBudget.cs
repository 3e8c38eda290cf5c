using System.Globalization;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Common.Rest;

/// <summary>Calls a provider allows a key in each clock minute.</summary>
/// <remarks>
/// Not System.Threading.RateLimiting: its limiters keep their own clock, know nothing of the provider's count, and of keys that take turns.
/// </remarks>
/// <param name="name">Provider.</param>
/// <param name="options">The number while the server does not say.</param>
/// <param name="time">Clock.</param>
/// <param name="random">Uniform in [0, 1).</param>
internal sealed class CallBudget(string name, RestOptions options, TimeProvider time, Func<double> random)
{
    // One call is never made: other programs may use the key too.
    private const int Reserve = 1;
    private readonly Dictionary<int, Account> _accounts = [];

    /// <summary>Takes one call of the key in use, of the next key when it has none left, or waits for the next minute.</summary>
    public async Task Spend(KeyRing? keys, PageProgress progress, CancellationToken cancellationToken)
    {
        while (options.CallsPerMinute > 0)
        {
            var now = time.GetUtcNow();
            var account = Find(keys, now);
            if (account.Left is { } left ? left > Reserve : account.Used < options.CallsPerMinute)
            {
                account.Used++;
                account.Left--;
                return;
            }

            var next = DateTimeOffset.FromUnixTimeSeconds((account.Minute + 1) * 60);
            if (keys?.Rest(now, next) == true) continue;
            var wait = next - now + options.BackoffBase * random();
            progress.Wait(string.Create(CultureInfo.InvariantCulture, $"{options.CallName} of {name}, {Math.Ceiling(wait.TotalSeconds)} s"));
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Believes the server's own count: it has sent it with an answer.</summary>
    public void Believe(KeyRing? keys, RestAnswer answer)
    {
        if (options.CallsPerMinute == 0 || !Count(answer, "api-credits-left", out var left)) return;
        Find(keys, time.GetUtcNow()).Left = left;
    }

    private static bool Count(RestAnswer answer, string header, out int count) =>
        int.TryParse(answer.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private Account Find(KeyRing? keys, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        var key = keys?.Position ?? 0;
        if (!_accounts.TryGetValue(key, out var account) || account.Minute != minute) _accounts[key] = account = new Account(minute);
        return account;
    }

    private sealed class Account(long minute)
    {
        public long Minute { get; } = minute;

        public int Used { get; set; }

        /// <summary>What the server says is left; null: it has not said.</summary>
        public int? Left { get; set; }
    }
}
