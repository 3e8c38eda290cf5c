using System.Globalization;
using Axfl.Contracts;
using Axfl.Providers;

namespace Axfl.Runs.Health;

/// <summary>Makes all checks, side by side, each within its own limit. What goes wrong in one is a row that failed, never the end of the others.</summary>
public static class HealthChecks
{
    /// <summary>All, in the order of their rows.</summary>
    internal static IReadOnlyList<HealthCheck> All { get; } =
    [
        new SessionsCheck(),
        new WindowsCheck(),
        new WarmUpCheck(),
        new FeedCheck(),
        new ClockCheck(),
        new DiskCheck(),
        new LocksCheck(),
        new NewsCalendarCheck(),
        new AlertsCheck(),
    ];

    /// <summary>Makes them.</summary>
    /// <param name="request">The live run that is meant.</param>
    /// <param name="strategies">Finds the strategies a file may name.</param>
    /// <param name="ports">The outside world.</param>
    /// <param name="sendsAlerts">Whether the channels of alerts are sent a test message.</param>
    /// <param name="progress">Share of the checks that are done, 0 to 1.</param>
    /// <param name="cancellation">Stops them.</param>
    /// <exception cref="OperationCanceledException">They were stopped.</exception>
    public static Task<IReadOnlyList<HealthResult>> Run(
        RunRequest request, Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, HealthPorts ports, bool sendsAlerts, IProgress<double>? progress,
        CancellationToken cancellation) => Run(All, request, strategies, ports, sendsAlerts, progress, cancellation);

    /// <summary>Makes some of them.</summary>
    internal static async Task<IReadOnlyList<HealthResult>> Run(
        IReadOnlyList<HealthCheck> checks, RunRequest request, Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, HealthPorts ports, bool sendsAlerts,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        var scene = new HealthScene(request, strategies, ports, sendsAlerts);
        var secrets = new ProviderSecrets(ports.Environment, request.Endpoint, request.HistoryEndpoint);
        var done = 0;
        var looks = checks.Select(async check =>
        {
            var rows = await Look(check, scene, cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / checks.Count);
            return rows;
        });
        var found = await Task.WhenAll(looks);
        return [.. found.SelectMany(rows => rows).Select(r => r with { Seen = Shown(r.Seen), Remedy = r.Remedy is null ? null : Shown(r.Remedy) })];

        string Shown(string text) => ShownText.Line(secrets.Masked(text)).Trim();
    }

    private static async Task<IReadOnlyList<HealthResult>> Look(HealthCheck check, HealthScene scene, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(check.Limit, scene.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            if (check.NeedsPlan && await FaultOf(scene.Plan.WaitAsync(either.Token)) is { } fault) return check.WithoutPlan(fault);

            // A check that does not hear is left behind: a disk of the network that hangs, say.
            return await Task.Run(() => check.Look(scene, either.Token), CancellationToken.None).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return [check.Failed(string.Create(CultureInfo.InvariantCulture, $"no answer within {check.Limit.TotalSeconds:0} s"), check.Advice)];
        }
        // Whatever it is, the other checks have something to say too.
#pragma warning disable CA1031
        catch (Exception e) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return [check.Failed(e)];
        }
    }

    private static async Task<Exception?> FaultOf(Task plan)
    {
        await plan.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return plan.Exception?.InnerException;
    }
}
