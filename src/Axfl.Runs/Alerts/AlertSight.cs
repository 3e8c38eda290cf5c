using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Runs.Alerts;

/// <summary>What was seen of a channel of alerts, or of the heartbeat, before a run.</summary>
/// <param name="Name">Name of the channel, or <c>heartbeat</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Said">What it answered, or why it is unfit, in a few words; empty when nothing was asked. Never a secret.</param>
public sealed record AlertSight(string Name, AlertSightState State, string Said);

/// <summary>How a channel of alerts stands.</summary>
public enum AlertSightState
{
    /// <summary>Its secrets are there and its address can be used. Nothing was sent.</summary>
    Fit,

    /// <summary>It took a test message.</summary>
    Taken,

    /// <summary>It did not take a test message now; a run would try again.</summary>
    NotNow,

    /// <summary>It refused a test message for good.</summary>
    Refused,

    /// <summary>It cannot be made: a secret is not there, or is not what it should be. A run would go on without it.</summary>
    Unfit,
}

/// <summary>Looks at the channels of a plan's alerts, and at its heartbeat, which is never asked for: that would say a run is healthy.</summary>
/// <param name="plan">The plan, which has alerts.</param>
/// <param name="request">The request: the way to a vault.</param>
/// <param name="send">Whether each channel is sent a test message.</param>
/// <param name="cancellation">Stops it.</param>
/// <returns>One for each channel, in the order of the plan, then the heartbeat's, if there is one.</returns>
public delegate Task<IReadOnlyList<AlertSight>> AlertLook(RunPlan plan, RunRequest request, bool send, CancellationToken cancellation);
