using Axfl.Alerts;
using Axfl.Runs.Alerts;

namespace Axfl.LiveHost;

/// <summary>Alerts of a run to one webhook, whose address and key are in the environment.</summary>
internal static class Hook
{
    /// <summary>Names of the variables.</summary>
    public const string AddressName = "AXFL_TEST_HOOK", SecretName = "AXFL_TEST_HOOK_SECRET";

    /// <summary>The plan of <see cref="DirectLive"/> with the channel: it is told of orders and trades.</summary>
    public const string Sessions = DirectLive.Sessions + "\n" + $$"""
          alerts: {channels: [{kind: webhook, url: env:{{AddressName}}, secret: env:{{SecretName}}, events: [trade, order]}]}
        """;

    /// <summary>Makes the alerts.</summary>
    /// <param name="clock">Time of the run.</param>
    public static RunAlertsFactory Of(EventClock clock) => new AlertComposition(Environment.GetEnvironmentVariable, new PatientTime(clock)).Create;
}
