namespace Axfl.Contracts;

/// <summary>Which store is meant.</summary>
public sealed record SweepStoreRequest
{
    /// <summary>
    /// Path of the store, or a connection string of PostgreSQL (<c>Host=...;Database=...</c> or <c>postgresql://...</c>); null: that of the environment variable AXFL_STORE, else
    /// <c>sweeps.db</c> beside the output directory.
    /// </summary>
    public string? Store { get; init; }

    /// <summary>Output directory; null: <c>logs</c> in <see cref="WorkingDirectory"/>.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>Directory against which relative paths are resolved.</summary>
    public string WorkingDirectory { get; init; } = ".";

    // A connection string may hold a password, which must not come into a log by way of this record.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("OutputDirectory = ").Append(OutputDirectory).Append(", WorkingDirectory = ").Append(WorkingDirectory);
        return true;
    }
}
