namespace Axfl.Contracts;

/// <summary>An error a person can act on.</summary>
/// <param name="errorId">Stable id, fact with the noun first: <c>SessionsFileNotFound</c>.</param>
/// <param name="kind">What it concerns; decides exit codes and error categories.</param>
/// <param name="message">What, where, and what to do next.</param>
/// <param name="innerException">The cause, if any.</param>
public class AxflException(string errorId, ErrorKind kind, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Stable id.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>What it concerns.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>The file, symbol or key concerned, if any.</summary>
    public string? Target { get; init; }

    /// <summary>The line of <see cref="Target"/> concerned, 1-based, if any.</summary>
    public long? Line { get; init; }

    /// <summary>What to do next, if it is not in the message.</summary>
    public string? RecommendedAction { get; init; }
}

/// <summary>What an error concerns, with the exit code of the CLI.</summary>
public enum ErrorKind
{
    /// <summary>Bad usage or configuration.</summary>
    Configuration = 2,

    /// <summary>Data that is missing, unreadable or contradictory.</summary>
    Data = 3,

    /// <summary>Output that cannot be written.</summary>
    Output = 4,

    /// <summary>A feed or provider.</summary>
    Feed = 5,
}
