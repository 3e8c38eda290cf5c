using Axfl.Alerts.Channels;
using Axfl.Alerts.Messages;
using Axfl.Configuration.Plan;

namespace Axfl.Alerts.Delivery;

/// <summary>A message that tries out a channel.</summary>
internal static class TestMessage
{
    /// <summary>Sends one, with one attempt.</summary>
    /// <param name="channel">The channel; it is disposed.</param>
    /// <param name="name">Its name.</param>
    /// <param name="profile">Profile that has it.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static async Task<SendResult> Send(IAlertChannel channel, string name, string profile, TimeProvider time, CancellationToken cancellation)
    {
        using (channel)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var text = $"Test message of Axfl: the profile {profile} will tell this channel of its runs.";
            var id = new AlertWriter("test").Id($"{name}/{now}");
            return await ChannelQueue.Attempt(channel, [new Alert(id, AlertEvents.Start, now, text, new AlertFacts { Action = "test" })], time, cancellation);
        }
    }
}
