using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What stopped a run, as its files say it.</summary>
internal static class RunErrors
{
    /// <summary>What to do with a file of a run that is not what the run wrote.</summary>
    public const string Restore = "Restore it from a copy, or run again.";

    /// <summary>The message of an error that is known; of any other, its type too.</summary>
    public static string Text(Exception error) =>
        error is AxflException or OperationCanceledException ? error.Message : $"unexpected {error.GetType().Name}: {error.Message}";
}
