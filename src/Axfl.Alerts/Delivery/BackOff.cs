namespace Axfl.Alerts.Delivery;

/// <summary>How long to wait before the next attempt: 1 s, doubled each time, at most a minute; longer when the channel asks for it.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Most = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;

    /// <summary>The next wait.</summary>
    /// <param name="asked">What the channel asks for; null: nothing.</param>
    public TimeSpan Next(TimeSpan? asked)
    {
        var wait = _next;
        _next = _next + _next < Most ? _next + _next : Most;
        return asked is { } longer && longer > wait ? longer : wait;
    }
}
