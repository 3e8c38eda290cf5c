namespace Axfl.Runs.Journal.State;

/// <summary>What follows in a written state.</summary>
internal enum StateMark : byte
{
    /// <summary>No object.</summary>
    Null,

    /// <summary>An object that is no state: the one at hand stays.</summary>
    NoState,

    /// <summary>An object met before, by number.</summary>
    Known,

    /// <summary>A value in a place of any type.</summary>
    Boxed,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A list, queue, set or dictionary.</summary>
    Collection,

    /// <summary>An object of ours.</summary>
    Object,
}
