using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>How far the download of the warm-up is.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Bars">Bars so far.</param>
/// <param name="Waiting">What it waits for; empty: nothing.</param>
internal sealed record WarmUpFetching(string Symbol, long Bars, string Waiting) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Verbose;

    /// <inheritdoc/>
    public override string Message => $"Warm-up: {Symbol}: {Counted.Of(Bars, "bar")}{(Waiting.Length > 0 ? ", waits for " + Waiting : "")}";
}

/// <summary>The warm-up is done, as far as history has it.</summary>
/// <param name="From">Its start, unix ms.</param>
/// <param name="Source">Who was asked.</param>
/// <param name="Bars">Bars it gave.</param>
/// <param name="Failure">Why some could not be had; null: nothing failed.</param>
internal sealed record WarmUpDone(long From, string Source, int Bars, string? Failure) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => Failure is not null || Bars == 0 ? NoticeLevel.Warning : NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => Failure is not null
        ? $"Warm-up from history is not complete: {Failure}. Strategies begin with what there is."
        : Bars == 0
        ? $"Warm-up: {Source} has no bars since {At(From)}. Strategies begin without any."
        : $"Warm-up: {Counted.Of(Bars, "bar")} of {Source} since {At(From)}.";
}
