using Axfl.Contracts;

namespace Axfl.Testing;

/// <summary>Runs that a test lets run.</summary>
internal static class RunEnds
{
    /// <summary>Reads all a run says, which is in its files too, and waits for its end.</summary>
    public static async Task<RunSummary> ToItsEnd(this IPortfolioRun run)
    {
        await foreach (var _ in run.Events)
        {
            // All of it is in the files.
        }

        return await run.Completion;
    }
}
