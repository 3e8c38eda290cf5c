namespace Axfl.Contracts;

/// <summary>Where the trials of a sweep run.</summary>
public static class SweepPoolNames
{
    /// <summary>Threads of this process.</summary>
    public const string Local = "local";

    /// <summary>Workers that share a queue.</summary>
    public const string Hangfire = "hangfire";

    /// <summary>Chunks that something else runs.</summary>
    public const string Command = "command";

    /// <summary>All.</summary>
    public static IReadOnlyList<string> All { get; } = [Local, Hangfire, Command];
}
