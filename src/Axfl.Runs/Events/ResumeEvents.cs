using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>A live run was taken up again from its journal.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Lines">Lines of the journal.</param>
/// <param name="Last">Time of its newest input, unix ms; null: it ended before the first price.</param>
/// <param name="Trades">Trades closed.</param>
/// <param name="Positions">Positions open.</param>
/// <param name="Pending">Pending orders.</param>
internal sealed record RunResumed(string Run, long Lines, long? Last, int Trades, int Positions, int Pending) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message =>
        $"Run {Run} resumes from {Counted.Of(Lines, "line")} of its journal, which ended {(Last is { } last ? "at " + At(last) : "before the first price")}: {Counted.Of(Trades, "trade")} closed, {Counted.Of(Positions, "position")} open, {Counted.Of(Pending, "order")} pending.";
}

/// <summary>The last line of the journal was not written whole when its process ended, and was cut.</summary>
/// <param name="Bytes">Bytes that were cut.</param>
internal sealed record JournalCut(long Bytes) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"The last line of the journal was incomplete when its process ended: its {Counted.Of(Bytes, "byte")} {(Bytes == 1 ? "was" : "were")} removed; nothing had followed from them.";
}

/// <summary>The lock of a process that is gone was taken over.</summary>
/// <param name="Owner">The process.</param>
internal sealed record LockTakenOver(string Owner) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"The lock of {Owner}, which is gone, was taken over.";
}

/// <summary>A snapshot could not be used.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Why">Why not.</param>
/// <param name="Instead">What the run goes on from.</param>
internal sealed record SnapshotNotUsed(string Path, string Why, string Instead) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{Path} is not used: {Why.TrimEnd('.')}. The run resumes from {Instead}.";
}

/// <summary>The journal goes on without a snapshot.</summary>
/// <param name="Why">Why there is none, and what follows.</param>
internal sealed record SnapshotMissing(string Why) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Why;
}
