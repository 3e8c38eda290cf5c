using System.Data.Common;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>What differs between the databases that can hold a store. The tables and all other SQL are the same.</summary>
internal abstract class StoreDialect
{
    /// <summary>The store for people: its path, or host and database. Never a user's password.</summary>
    public abstract string Name { get; }

    /// <summary>Type of a whole number of 64 bits.</summary>
    public abstract string Whole { get; }

    /// <summary>Type of a number of 64 bits, kept exactly.</summary>
    public abstract string Real { get; }

    /// <summary>Type of bytes.</summary>
    public abstract string Bytes { get; }

    /// <summary>Makes it the store of this process for writing, as long as what it gives is not disposed.</summary>
    /// <exception cref="AxflException">Another process has it (<c>StoreLocked</c>).</exception>
    public abstract IDisposable Claim();

    /// <summary>An open connection.</summary>
    public abstract DbConnection Open(StoreAccess access);

    /// <summary>Whether the database has the tables of a store.</summary>
    public abstract bool HasTables(DbConnection connection, DbTransaction? transaction);

    /// <summary>Keeps other processes from making or changing the tables until the transaction ends.</summary>
    public abstract void LockTables(DbConnection connection, DbTransaction transaction);

    /// <summary>Copies the whole store aside.</summary>
    /// <param name="connection">Connection.</param>
    /// <param name="version">Its version.</param>
    /// <param name="now">Present time, UTC; part of the copy's name.</param>
    public abstract void Copy(DbConnection connection, int version, DateTime now);

    /// <summary>How an adapter of the same database connects; null: it is a file. It may hold a password.</summary>
    public virtual string? AdapterConnection => null;

    /// <summary>Whether it has a queue of chunks that workers share.</summary>
    public virtual bool HasQueue(DbConnection connection) => false;

    /// <summary>The database's own clock, UTC; null: it has none.</summary>
    public virtual DateTime? ServerTime(DbConnection connection) => null;

    /// <summary>Holds a name for as long as the connection lasts; asked again by the holder it says yes.</summary>
    /// <returns>Whether it is held: no other connection holds it.</returns>
    public virtual bool TryHold(DbConnection connection, string name) => true;

    /// <summary>Whether an error means that the connection is gone and may come back.</summary>
    public abstract bool IsLost(Exception error);

    /// <summary>The error for people: what, which store, whose, and what to do; null: not one of the database.</summary>
    public abstract AxflException? Explain(Exception error);
}

/// <summary>What a store is opened for.</summary>
internal enum StoreAccess
{
    /// <summary>Reading; it must exist.</summary>
    Read,

    /// <summary>Writing; it is made where it does not exist.</summary>
    Write,
}
