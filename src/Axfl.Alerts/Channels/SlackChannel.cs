using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>An incoming webhook of Slack; three characters of its texts are escaped (docs.slack.dev/messaging/formatting-message-text).</summary>
internal sealed class SlackChannel(Secret address, TimeProvider time) : JsonChannel(address, 3000, time)
{
    protected override byte[] Body(string text) => Of("text",
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
}
