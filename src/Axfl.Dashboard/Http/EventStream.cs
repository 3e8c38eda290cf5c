using System.Text;

namespace Axfl.Dashboard.Http;

/// <summary>Server-sent events (html.spec.whatwg.org, 9.2) to one client.</summary>
/// <param name="writer">The client.</param>
internal sealed class EventStream(PatientWriter writer)
{
    /// <summary>Sends an event.</summary>
    /// <param name="name">Its kind.</param>
    /// <param name="id">What the client says when it returns.</param>
    /// <param name="data">JSON on one line.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public Task Send(string name, string id, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        var head = Encoding.ASCII.GetBytes($"id: {id}\nevent: {name}\ndata: ");
        return writer.Write((byte[])[.. head, .. data.Span, (byte)'\n', (byte)'\n'], cancellation);
    }

    /// <summary>Sends a comment, which shows that the connection lives.</summary>
    public Task Beat(CancellationToken cancellation) => writer.Write(":\n\n"u8.ToArray(), cancellation);
}
