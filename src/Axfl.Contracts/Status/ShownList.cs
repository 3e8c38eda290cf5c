using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Axfl.Contracts;

/// <summary>A list whose text is that of its items: Export-Csv, and ConvertTo-Json beyond its depth, write the text of a value, which of an array is the name of its type.</summary>
/// <param name="items">Items; not copied.</param>
internal sealed class ShownList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The list of no items.</summary>
    public static new ShownList<T> Empty { get; } = new([]);

    /// <summary>A list as one with a text; null, of an object that was cut at a depth, stays null: what is not known is not nothing.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static ShownList<T>? Of(IReadOnlyList<T>? items) => items switch
    {
        null => null,
        // Arrays first: of them the questions below are slow, and a replay of years has a hundred thousand.
        T[] array => array.Length == 0 ? Empty : new ShownList<T>(array),
        ShownList<T> shown => shown,
        { Count: 0 } => Empty,
        _ => new ShownList<T>(items as IList<T> ?? [.. items]),
    };

    /// <summary>Its items, <c>; </c> between them; empty: none.</summary>
    public override string ToString() => string.Join("; ", this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is ShownList<T> other && this.SequenceEqual(other));

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);
}
