using Axfl.Contracts;

namespace Axfl.Providers.Common;

/// <summary>A connection to a provider failed or ended.</summary>
/// <param name="errorId">Stable id, e.g. <c>FeedConnectionLost</c>.</param>
/// <param name="errorClass">What to do about it.</param>
/// <param name="message">What, where and what next; keys already masked.</param>
/// <param name="innerException">The cause; null where its text could hold a key.</param>
public sealed class FeedException(string errorId, FeedErrorClass errorClass, string message, Exception? innerException = null)
    : AxflException(errorId, ErrorKind.Feed, message, innerException)
{
    /// <summary>What to do about it.</summary>
    public FeedErrorClass ErrorClass { get; } = errorClass;

    /// <summary>How long the provider said to wait (<c>Retry-After</c>), if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the server closed the connection asking to come back (close codes 1012, service restart, and 1013, try again later).</summary>
    public bool AsksToComeBack { get; init; }
}
