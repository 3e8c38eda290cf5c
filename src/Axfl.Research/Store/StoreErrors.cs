using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>What can be wrong with a store, in words. Nothing that was written before is lost by any of it.</summary>
internal static class StoreErrors
{
    private const string NothingLost = "Everything stored before is kept.";

    /// <summary>Another process writes it.</summary>
    public static AxflException Locked(string store, string owner, Exception? cause = null) =>
        Error("StoreLocked", store, $"{store} is locked by {owner}. {NothingLost}", $"Wait for it or stop it, or give another {Spelling.Of("Store")}.", cause);

    /// <summary>It may not be written.</summary>
    public static AxflException ReadOnly(string store, Exception? cause = null) =>
        Error("StoreReadOnly", store, $"{store} cannot be written: the file or its folder is read-only for this user ({Environment.UserName}). {NothingLost}",
            $"Change their permissions, or give another {Spelling.Of("Store")}.", cause);

    /// <summary>The role of a server may not.</summary>
    public static AxflException NotAllowed(string store, string role, string why, Exception cause) =>
        Error("StoreReadOnly", store, $"{store} refuses the role '{role}': {why.TrimEnd('.')}. {NothingLost}", "Grant it the right to read and write its tables, or connect as another role.", cause);

    /// <summary>No room.</summary>
    public static AxflException Full(string store, Exception? cause = null) =>
        Error("StoreFull", store, $"{store} cannot grow: the disk is full. {NothingLost}", "Free space and run the same command again: it goes on where it stopped.", cause);

    /// <summary>It is not a store, or broken.</summary>
    public static AxflException Damaged(string store, Exception cause) => Damaged(store, cause.Message, cause);

    /// <summary>The same, with where it is broken.</summary>
    public static AxflException Damaged(string store, string where, Exception cause) =>
        Error("StoreDamaged", store, $"{store} is not a store of Axfl, or is damaged: {where.TrimEnd('.')}.", $"Give another {Spelling.Of("Store")}, or bring a copy back.", cause);

    /// <summary>It is no longer the one that was written.</summary>
    public static AxflException Gone(string store, Exception? cause) =>
        Error("StoreGone", store, $"{store} was removed or replaced while it was written: what was done since is lost.", "Run the same command again, and leave the store alone meanwhile.", cause);

    /// <summary>It exists and has nothing in it.</summary>
    public static AxflException Empty(string store) =>
        Error("StoreEmpty", store, $"{store} is an empty file: it was cut or emptied, or the process that made it was killed before it was done. Nothing was written.",
            "Bring a copy back, or remove the file to begin a new store.", null);

    /// <summary>It does not exist.</summary>
    /// <param name="store">The store.</param>
    /// <param name="instead">What is there; null: nothing.</param>
    public static AxflException NotFound(string store, string? instead = null) =>
        new("StoreNotFound", ErrorKind.Data, instead is null ? $"There is no store {store}." : $"There is no store {store}: {instead}.")
        {
            Target = store,
            RecommendedAction = instead is null ? $"Run a sweep first ({Spelling.Command("Invoke-AxflSweep")}), or give {Spelling.Of("Store")}." : $"Give another {Spelling.Of("Store")}, or bring a copy back.",
        };

    /// <summary>It cannot be reached or opened.</summary>
    public static AxflException NotOpened(string store, string why, Exception cause) =>
        Error("StoreNotOpened", store, $"{store} cannot be opened: {why.TrimEnd('.')}.", "Check the address, the permissions and, of a server, that it runs.", cause);

    /// <summary>The connection was lost and did not come back.</summary>
    public static AxflException Lost(string store, TimeSpan after, Exception cause) =>
        Error("StoreConnectionLost", store, FormattableString.Invariant($"The connection to {store} was lost and did not come back within {after.TotalMinutes:0.#} minutes. {NothingLost} Nothing was written by halves."),
            "Run the same command again when the server is back: it goes on where it stopped.", cause);

    private static AxflException Error(string id, string store, string message, string next, Exception? cause) =>
        new(id, ErrorKind.Output, message, cause) { Target = store, RecommendedAction = next };
}
