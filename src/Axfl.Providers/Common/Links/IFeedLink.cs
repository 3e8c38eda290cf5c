namespace Axfl.Providers.Common.Links;

/// <summary>An open connection that carries messages.</summary>
internal interface IFeedLink : IAsyncDisposable
{
    /// <summary>The next whole message, valid until the next call; null when the other side ended in order.</summary>
    /// <exception cref="FeedException">The connection broke, or a message is too long.</exception>
    ValueTask<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellationToken);

    /// <summary>Sends one text message. One call at a time.</summary>
    ValueTask Send(string text, CancellationToken cancellationToken);
}
