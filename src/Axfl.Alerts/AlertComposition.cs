using Axfl.Alerts.Channels;
using Axfl.Alerts.Delivery;
using Axfl.Alerts.Running;
using Axfl.Alerts.Secrets;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;

namespace Axfl.Alerts;

/// <summary>The door: alerts of a run, and tests of channels.</summary>
/// <param name="environment">Reads environment variables.</param>
/// <param name="time">Clock.</param>
public sealed class AlertComposition(Func<string, string?> environment, TimeProvider time)
{
    /// <summary>Changes how channels are made: for tests.</summary>
    internal Func<SecretResolver, ChannelMaker>? Maker { get; init; }

    /// <summary>The alerts of a run. A channel whose secrets are not there is off, and the run says so: it starts all the same.</summary>
    /// <returns>Null: its plan has none, or none for such a run.</returns>
    public IRunAlerts? Create(AlertedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Plan.Alerts is not { } plan || (plan.Channels.Count == 0 && plan.Heartbeat is null) || (!run.IsLive && !plan.InReplay)) return null;
        var secrets = new SecretResolver(environment, run.Request.Vault);
        var (counts, log) = (new DeliveryCounts(), new AlertLog(Path.Combine(run.Directory, RunFiles.Alerts), time));
        var made = new MadeAlerts(Path.Combine(run.Directory, RunFiles.MadeAlerts));
        var (names, routes) = (plan.Names, new List<AlertRoute>());
        for (var i = 0; i < names.Count; i++)
        {
            if (Made(names[i], () => MakerOf(secrets).Make(plan.Channels[i], run.RunId, run.Plan.Profile), run.Notify) is not { } channel) continue;
            routes.Add(new AlertRoute(names[i], plan.Channels[i].Events, new ChannelQueue(names[i], channel, log, counts, time, run.Notify)));
        }

        // Of a replay nobody waits to hear.
        var heartbeat = plan.Heartbeat is { } beat && run.IsLive
            ? Made("the heartbeat", () => new Heartbeat(secrets.Read(beat.Url!), beat.EverySeconds, time), run.Notify) : null;
        return new RunAlerts(run, routes, heartbeat, log, made, counts, time);
    }

    /// <summary>Sends a test message to channels, all at once, each with one attempt.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="request">The request: the way to a vault.</param>
    /// <param name="channels">Names; none: all.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">The plan has no channels (<c>AlertsNotConfigured</c>), or none of a name (<c>AlertChannelUnknown</c>).</exception>
    public async Task<IReadOnlyList<AlertAnswer>> Test(RunPlan plan, RunRequest request, IReadOnlyList<string> channels, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(channels);
        if (plan.Alerts is not { Channels.Count: > 0 } alerts)
        {
            throw new AxflException("AlertsNotConfigured", ErrorKind.Configuration, $"The profile {plan.Profile} of {plan.SessionsPath} has no channels of alerts: nobody would be told.")
            {
                Target = plan.Profile, RecommendedAction = "Write alerts: {channels: [{kind: ntfy, url: env:AXFL_NTFY_URL}]} into the profile.",
            };
        }

        var names = alerts.Names;
        foreach (var channel in channels)
        {
            if (!names.Contains(channel))
                throw new AxflException("AlertChannelUnknown", ErrorKind.Configuration, $"There is no channel '{channel}'; the profile has {string.Join(", ", names)}.{Suggestion.Ask(channel, names)}") { Target = channel };
        }

        // Vaults are asked here, on the thread of the caller; only then are messages sent.
        var secrets = new SecretResolver(environment, request.Vault);
        var answers = names.Select((name, i) => (Name: name, Plan: alerts.Channels[i])).Where(c => channels.Count == 0 || channels.Contains(c.Name))
            .Select(c => (c.Name, c.Plan, Channel: Of(() => MakerOf(secrets).Make(c.Plan, "test", plan.Profile)))).ToArray();
        return await Task.WhenAll(answers.Select(c => Test(c.Name, c.Plan.Kind, c.Channel.Made, c.Channel.Why, plan.Profile, cancellation)));
    }

    /// <summary>Looks at the channels of a plan and its heartbeat, as <see cref="AlertLook"/> says; test messages go out all at once, each with one attempt.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="request">The request: the way to a vault.</param>
    /// <param name="send">Whether each channel is sent a test message.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<AlertSight>> Look(RunPlan plan, RunRequest request, bool send, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        if (plan.Alerts is not { } alerts) return [];
        var secrets = new SecretResolver(environment, request.Vault);
        var channels = alerts.Names.Select((name, i) => (Name: name, Channel: Of(() => MakerOf(secrets).Make(alerts.Channels[i], "test", plan.Profile)))).ToArray();
        var sights = await Task.WhenAll(channels.Select(c => Look(c.Name, c.Channel.Made, c.Channel.Why, plan.Profile, send, cancellation)));
        return alerts.Heartbeat is { } heartbeat ? [.. sights, Look(heartbeat, secrets)] : sights;
    }

    private async Task<AlertAnswer> Test(string name, string kind, IAlertChannel? channel, string? why, string profile, CancellationToken cancellation)
    {
        if (channel is null) return new AlertAnswer(name, kind, false, why!, 0);
        var began = time.GetTimestamp();
        var delivery = await TestMessage.Send(channel, name, profile, time, cancellation);
        return new AlertAnswer(name, kind, delivery.Kind == SendOutcome.Taken, delivery.Answer, Math.Round(time.GetElapsedTime(began).TotalSeconds, 3));
    }

    private async Task<AlertSight> Look(string name, IAlertChannel? channel, string? why, string profile, bool send, CancellationToken cancellation)
    {
        if (channel is null) return new AlertSight(name, AlertSightState.Unfit, why!);
        if (!send)
        {
            channel.Dispose();
            return new AlertSight(name, AlertSightState.Fit, "");
        }

        var delivery = await TestMessage.Send(channel, name, profile, time, cancellation);
        return new AlertSight(name, delivery.Kind switch
        {
            SendOutcome.Taken => AlertSightState.Taken,
            SendOutcome.Later => AlertSightState.NotNow,
            _ => AlertSightState.Refused,
        }, delivery.Answer);
    }

    private AlertSight Look(HeartbeatPlan plan, SecretResolver secrets)
    {
        var (made, why) = Of(() => new Heartbeat(secrets.Read(plan.Url!), plan.EverySeconds, time));
        made?.Dispose();
        return new AlertSight("heartbeat", made is null ? AlertSightState.Unfit : AlertSightState.Fit, why ?? "");
    }

    private ChannelMaker MakerOf(SecretResolver secrets) => Maker?.Invoke(secrets) ?? new ChannelMaker(secrets, time);

    private static T? Made<T>(string name, Func<T> make, Action<NoticeEvent> notify)
        where T : class
    {
        var (made, why) = Of(make);
        if (why is not null) notify(new AlertChannelOff(name, why));
        return made;
    }

    // Nothing about alerts ends the start of a run, and no text but our own is told: another may have what is secret.
    private static (T? Made, string? Why) Of<T>(Func<T> make)
        where T : class
    {
        try
        {
            return (make(), null);
        }
        catch (Exception e) when (e is SecretMissingException or ChannelUnfitException)
        {
            return (null, e.Message);
        }
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, $"it cannot be made ({e.GetType().Name})");
        }
    }
}
