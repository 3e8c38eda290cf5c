namespace Axfl.Contracts;

/// <summary>What became of a run's alerts in its present process, over all channels.</summary>
/// <param name="Sent">Messages that a channel took.</param>
/// <param name="Failed">Messages that a channel refused for good.</param>
/// <param name="Dropped">Messages that were never sent: a queue was full, the run stopped before, or they were too old when it was resumed.</param>
public sealed record AlertStatus(long Sent, long Failed, long Dropped)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Sent} sent, {Failed} failed, {Dropped} dropped");
}
