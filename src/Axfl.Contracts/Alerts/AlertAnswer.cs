namespace Axfl.Contracts;

/// <summary>How a channel of alerts answered a test message.</summary>
/// <param name="Channel">Name of the channel: its kind, of a second one of a kind with a number (<c>discord-2</c>).</param>
/// <param name="Kind">discord, telegram, slack, ntfy, webhook or mail.</param>
/// <param name="Ok">Whether it took the message.</param>
/// <param name="Answer">What it answered, or why nothing could be sent. Never a secret.</param>
/// <param name="Seconds">How long that took; 0 where nothing was sent.</param>
public sealed record AlertAnswer(string Channel, string Kind, bool Ok, string Answer, double Seconds)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Channel}: {(Ok ? "ok" : "failed")}, {Answer}";
}
