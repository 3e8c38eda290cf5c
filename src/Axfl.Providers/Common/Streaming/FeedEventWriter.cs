using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Providers.Common.Streaming;

/// <summary>What a run of a feed says: events into its queue, keys masked. A queue that is full ends the run.</summary>
internal sealed class FeedEventWriter(
    FeedOptions options, TimeProvider time, ChannelWriter<FeedEvent> writer, FeedStatistics statistics, KeyRedactor redactor)
{
    private const int DetailBytes = 512, DetailLength = 1000;

    /// <summary>The state last said; null before the first.</summary>
    public FeedState? State { get; private set; }

    /// <summary>The reader fell behind: the run is over.</summary>
    public FeedException? Overflow { get; private set; }

    /// <summary>Now, unix ms.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The state from now on.</summary>
    public void Say(FeedState state, string detail, FeedErrorClass? error = null, TimeSpan? retryIn = null)
    {
        State = state;
        Emit(new StateEvent(Now, state, Shown(detail), error, retryIn));
    }

    /// <summary>The state of a symbol from now on; -1: the provider named none.</summary>
    public void Say(int symbol, SymbolFeedState state, string detail) => Emit(new SymbolEvent(Now, symbol, state, Shown(detail)));

    /// <summary>A message, or a price in one, is not used.</summary>
    public void Reject(RejectReason reason, ReadOnlySpan<byte> message, int symbol = -1)
    {
        statistics.CountRejected();
        Emit(new RejectedEvent(Now, reason, Detail(message), symbol));
    }

    /// <summary>The beginning of a message, for a person.</summary>
    public string Detail(ReadOnlySpan<byte> message) =>
        redactor.Redact(Encoding.UTF8.GetString(message.Length > DetailBytes ? message[..DetailBytes] : message));

    /// <summary>Puts an event into the queue.</summary>
    /// <exception cref="FeedException">The queue is full (<c>FeedQueueOverflow</c>).</exception>
    public void Emit(FeedEvent item)
    {
        statistics.CountEvent();
        if (Overflow is not null || writer.TryWrite(item)) return;
        Overflow = new FeedException("FeedQueueOverflow", FeedErrorClass.BadRequest, string.Create(CultureInfo.InvariantCulture,
            $"{options.QueueCapacity} events wait for a reader that does not keep up: prices would be lost, so the feed stops."));
        throw Overflow;
    }

    // Masked before it is cut: half a key is no longer found. On one line: what a server says must not look like a line of the run's own.
    private string Shown(string detail)
    {
        var line = ShownText.Line(redactor.Redact(detail)).Trim();
        return line.Length <= DetailLength ? line : line[..DetailLength] + " …";
    }
}
