using Axfl.Alerts.Messages;

namespace Axfl.Alerts.Channels;

/// <summary>A way to people or programs.</summary>
internal interface IAlertChannel : IDisposable
{
    /// <summary>Most characters of texts that are sent as one; 0: each message by itself.</summary>
    int MostTogether { get; }

    /// <summary>Sends messages, several as one. Gives its failure; only a stop is thrown.</summary>
    /// <param name="alerts">At least one.</param>
    /// <param name="cancellation">The attempt is over.</param>
    Task<SendResult> Send(IReadOnlyList<Alert> alerts, CancellationToken cancellation);
}
