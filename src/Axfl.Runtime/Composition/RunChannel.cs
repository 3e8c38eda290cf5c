using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A run's events on their way to its one reader: bounded, so that a slow reader slows the run and nothing is lost.</summary>
internal sealed class RunChannel(CancellationToken cancellation)
{
    private const int Capacity = 512;

    private readonly Channel<RunEvent> _channel = Channel.CreateBounded<RunEvent>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = false, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>What the reader sees.</summary>
    public IAsyncEnumerable<RunEvent> Events => _channel.Reader.ReadAllAsync(CancellationToken.None);

    /// <summary>Sends one event, waiting for room; after a stop it is dropped when there is none, since nobody may be reading any more.</summary>
    public void Send(RunEvent item)
    {
        if (_channel.Writer.TryWrite(item)) return;
        try
        {
            _channel.Writer.WriteAsync(item, cancellation).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _channel.Writer.TryWrite(item);
        }
    }

    /// <summary>Ends the stream, with what stopped the run if anything did.</summary>
    public void Complete(Exception? error) => _channel.Writer.TryComplete(error);
}
