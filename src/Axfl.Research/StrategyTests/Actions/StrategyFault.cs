namespace Axfl.Research.StrategyTests.Actions;

/// <summary>What a strategy throws where that is a finding and no error of the test.</summary>
internal static class StrategyFault
{
    /// <summary>Runs something with a strategy.</summary>
    /// <returns>What it threw, in words; null: nothing.</returns>
    public static string? Of(Action run)
    {
        try
        {
            run();
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return e is Contracts.AxflException ? e.Message : $"{e.GetType().Name}: {e.Message}";
        }
    }
}
