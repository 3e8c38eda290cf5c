using System.Runtime.ExceptionServices;

namespace Axfl.Engine.Streams;

/// <summary>All that a strategy does over the bars of one symbol, in order. Immutable.</summary>
/// <param name="actions">Its calls at the desk, ascending bars.</param>
/// <param name="tags">The tags of its entries.</param>
/// <param name="failure">What it threw at its last action or when it was made; null: it did not fail.</param>
internal sealed class SignalStream(SignalAction[] actions, string[] tags, Exception? failure)
{
    private readonly ExceptionDispatchInfo? _failure = failure is null ? null : ExceptionDispatchInfo.Capture(failure);

    /// <summary>Its calls at the desk.</summary>
    public ReadOnlySpan<SignalAction> Actions => actions;

    /// <summary>Whether it failed when it was made.</summary>
    public bool IsUnmade => _failure is not null && actions.Length == 0;

    /// <summary>Memory it takes, bytes.</summary>
    public long Bytes { get; } = 128 + (long)SignalAction.Bytes * actions.Length + tags.Sum(t => 32L + 2 * t.Length);

    public string Tag(int index) => tags[index];

    /// <summary>Fails as the strategy failed.</summary>
    public void Throw() => _failure!.Throw();
}
