namespace Axfl.Configuration.Plan;

/// <summary>A channel of alerts. Which members it needs depends on its kind.</summary>
public sealed record AlertChannelPlan
{
    /// <summary>discord, telegram, slack, ntfy, webhook or mail.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Address of a discord, slack or other webhook, or of a topic of ntfy.</summary>
    public SecretName? Url { get; init; }

    /// <summary>Token of a telegram bot.</summary>
    public SecretName? Token { get; init; }

    /// <summary>Id of a telegram chat.</summary>
    public SecretName? Chat { get; init; }

    /// <summary>Key by which bodies of a webhook are signed.</summary>
    public SecretName? Secret { get; init; }

    /// <summary>Mail server, <c>host:port</c>.</summary>
    public string? Server { get; init; }

    /// <summary>User at the mail server; null: none is asked for.</summary>
    public SecretName? User { get; init; }

    /// <summary>Password at the mail server.</summary>
    public SecretName? Password { get; init; }

    /// <summary>Sender of mails.</summary>
    public string? From { get; init; }

    /// <summary>Recipients of mails.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>What is sent. Default: start, stop, trade, halt, feed, error, digest.</summary>
    public AlertEvents Events { get; init; } = AlertEvents.Usual;
}
