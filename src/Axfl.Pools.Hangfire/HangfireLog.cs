using Hangfire.Logging;

namespace Axfl.Pools.Hangfire;

/// <summary>What Hangfire's log says of trouble, as notices; the same line once a minute at most.</summary>
/// <param name="notice">Takes it.</param>
internal sealed class HangfireLog(Action<string> notice) : ILogProvider, ILog
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> _said = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ILog GetLogger(string name) => this;

    /// <inheritdoc/>
    public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
    {
        if (logLevel < LogLevel.Warn) return false;
        if (messageFunc is null) return true;
        var message = messageFunc() + (exception is null ? "" : $" {exception.GetType().Name}: {exception.Message}");
        message = "Queue: " + message.ReplaceLineEndings(" ");
        lock (_said)
        {
            if (_said.TryGetValue(message, out var at) && TimeProvider.System.GetElapsedTime(at) < Silence) return true;
            _said[message] = TimeProvider.System.GetTimestamp();
            notice(message);
        }

        return true;
    }
}
