using Axfl.Contracts;

namespace Axfl.Alerts.Delivery;

/// <summary>A channel of alerts does not take messages.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="IsTriedAgain">Whether messages are tried again; else they are lost.</param>
internal sealed record AlertChannelFailed(string Channel, string Answer, bool IsTriedAgain) : NoticeEvent
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message =>
        $"Alerts: the channel {Channel} does not take messages ({Answer}): {(IsTriedAgain ? "they are tried again" : $"they are lost. Test it with {Spelling.Command("Send-AxflAlert")}")}.";
}

/// <summary>A channel of alerts takes messages again.</summary>
/// <param name="Channel">Its name.</param>
internal sealed record AlertChannelBack(string Channel) : NoticeEvent
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"Alerts: the channel {Channel} takes messages again.";
}

/// <summary>A channel of alerts cannot be used in this process.</summary>
/// <param name="Channel">Its name.</param>
/// <param name="Why">Why not.</param>
internal sealed record AlertChannelOff(string Channel, string Why) : NoticeEvent
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"Alerts: {Channel} is off: {Why}.";
}

/// <summary>What an earlier process of a resumed run did not send.</summary>
/// <param name="Late">How many messages are sent now, marked late.</param>
/// <param name="Older">How many are too old for that.</param>
internal sealed record AlertsSentLate(int Late, int Older) : NoticeEvent
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"Alerts: {Counted.Of(Late, "message")} of the last minutes before the run was resumed {(Late == 1 ? "is" : "are")} sent late; {Counted.Of(Older, "older one")} {(Older == 1 ? "is" : "are")} not.";
}

/// <summary>What earlier processes of a resumed run did cannot be read, so nothing of it is told late.</summary>
/// <param name="Why">Why not.</param>
internal sealed record AlertPastUnread(string Why) : NoticeEvent
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"Alerts: what happened before the run was resumed cannot be read, and nothing of it is sent late: {Why.TrimEnd('.')}.";
}
