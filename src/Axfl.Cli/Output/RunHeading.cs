using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>Of which run numbers are, and whether it is to be trusted to the end.</summary>
internal static class RunHeading
{
    /// <summary><c>portfolio-... (failed: the disk is full)</c>.</summary>
    public static string Of(RunReport run) => run.State == RunStates.Ended && run.Error is null
        ? run.Run
        : $"{run.Run} ({run.State}{(run.Error is { } error ? ": " + error : "")})";
}
