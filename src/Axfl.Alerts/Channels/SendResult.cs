namespace Axfl.Alerts.Channels;

/// <summary>How an attempt to send ended.</summary>
/// <param name="Kind">Taken, refused for good, or to be tried again.</param>
/// <param name="Answer">What the channel answered, in a few words without secrets.</param>
/// <param name="RetryAfter">How long the channel asks to wait; null: it does not.</param>
internal sealed record SendResult(SendOutcome Kind, string Answer, TimeSpan? RetryAfter = null)
{
    /// <summary>The channel took it.</summary>
    public static SendResult Taken(string answer) => new(SendOutcome.Taken, answer);

    /// <summary>The channel will not take it.</summary>
    public static SendResult Refused(string answer) => new(SendOutcome.Refused, answer);

    /// <summary>It may take it later.</summary>
    public static SendResult Later(string answer, TimeSpan? retryAfter = null) => new(SendOutcome.Later, answer, retryAfter);
}

/// <summary>How an attempt to send ended.</summary>
internal enum SendOutcome
{
    /// <summary>The channel took it.</summary>
    Taken,

    /// <summary>The channel will not take it.</summary>
    Refused,

    /// <summary>It may take it later.</summary>
    Later,
}
