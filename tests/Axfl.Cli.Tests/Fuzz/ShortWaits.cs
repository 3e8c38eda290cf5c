namespace Axfl.Cli.Tests.Fuzz;

/// <summary>A clock on which waits are over at once; time limits of requests stay.</summary>
internal sealed class ShortWaits : TimeProvider
{
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(30);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime != RequestLimit ? TimeSpan.FromMilliseconds(1) : dueTime, period);
}
