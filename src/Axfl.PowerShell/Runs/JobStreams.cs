using System.Collections;
using System.Management.Automation;

namespace Axfl.PowerShell.Runs;

/// <summary>Streams of a job from which nobody may ever receive.</summary>
internal static class JobStreams
{
    /// <summary>Adds a record; with as many as the limit, the oldest goes. For one writer.</summary>
    public static void AddNewest<T>(this PSDataCollection<T> records, T record, int limit)
    {
        // Receive-Job empties the collection meanwhile. What it does when a record is added must not happen under the lock.
        lock (((ICollection)records).SyncRoot)
            while (records.Count >= limit) records.RemoveAt(0);
        records.Add(record);
    }
}
