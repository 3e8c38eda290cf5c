using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What stopped a run, as its files say it.</summary>
internal static class RunErrors
{
    /// <summary>The message of an error that is known; of any other, its type too.</summary>
    public static string Text(Exception error) =>
        error is AxflException or OperationCanceledException ? error.Message : $"unexpected {error.GetType().Name}: {error.Message}";
}
