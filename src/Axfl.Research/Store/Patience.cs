namespace Axfl.Research.Store;

/// <summary>What is done when the connection to a store is lost: it is sought again for ten minutes, with growing pauses, and work in hand is done again whole.</summary>
internal static class Patience
{
    /// <summary>How long a lost connection is sought.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5), LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Does work until it succeeds, or fails otherwise than by a lost connection.</summary>
    /// <param name="name">The store for people.</param>
    /// <param name="work">The work; it may be done more than once.</param>
    /// <param name="isLost">Whether an error says that the connection was lost; then it is let go of.</param>
    /// <param name="notice">Takes that the connection was lost, and that it is back.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="Axfl.Contracts.AxflException">It did not come back (<c>StoreConnectionLost</c>).</exception>
    public static T Do<T>(string name, Func<T> work, Func<Exception, bool> isLost, Action<string>? notice, TimeProvider time)
    {
        var (lostAt, pause) = (0L, FirstPause);
        while (true)
        {
            try
            {
                var result = work();
                if (lostAt != 0) notice?.Invoke($"The connection to {name} is back.");
                return result;
            }
            catch (Exception e) when (isLost(e))
            {
                if (lostAt == 0)
                {
                    lostAt = time.GetTimestamp();
                    notice?.Invoke(FormattableString.Invariant($"The connection to {name} was lost; it is tried again for {Limit.TotalMinutes:0} minutes."));
                }
                else if (time.GetElapsedTime(lostAt) >= Limit)
                {
                    throw StoreErrors.Lost(name, Limit, e);
                }

                Task.Delay(pause, time).GetAwaiter().GetResult();
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
