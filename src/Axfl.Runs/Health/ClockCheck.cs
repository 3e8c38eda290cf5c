using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers;

namespace Axfl.Runs.Health;

/// <summary>Whether this machine's clock is right, by that of the feed's server.</summary>
internal sealed class ClockCheck() : HealthCheck("clock", TimeSpan.FromSeconds(20))
{
    private static readonly TimeSpan Much = TimeSpan.FromSeconds(3), TooMuch = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override string Advice => "Look whether the feed's server can be reached from here: network, proxy, address.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        if (await ServerOf(scene, cancellationToken) is not { } server)
            return [Warning("not looked at: there is no feed whose server could be asked", "Put the row 'feed' right first, and run the checks again.")];
        var answer = await ServerClock.Ask(server, scene.Time, cancellationToken);
        if (answer.Skew is not { } skew)
            return [Warning($"{server.Host} does not say what time it is: its answer has no header Date", "Look at the clock by other means: timedatectl on Linux, w32tm /query /status on Windows.")];
        var by = skew.Duration();
        var seen = string.Create(CultureInfo.InvariantCulture,
            $"{by.TotalSeconds:0.0} s {(skew < TimeSpan.Zero ? "behind" : "ahead of")} {server.Host}, which answered in {answer.RoundTrip.TotalSeconds:0.00} s and tells whole seconds");
        const string set = "Set the clock and let it be kept: timedatectl set-ntp true on Linux, w32tm /resync on Windows.";
        return [by > TooMuch ? Failed(seen, set) : by > Much ? Warning(seen, set) : Ok(seen)];
    }

    private static async Task<Uri?> ServerOf(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        try
        {
            await using var feed = scene.Feed(plan);
            return feed.Server;
        }
        catch (AxflException)
        {
            // The row of the feed says it.
            return null;
        }
    }
}
