using System.Text;
using Axfl.Alerts.Messages;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>A topic of ntfy: the body is the text; a longer one than 4096 bytes would become a file (docs.ntfy.sh/publish).</summary>
internal sealed class NtfyChannel(Secret address, string title, TimeProvider time) : HttpChannel(address, time)
{
    private const int Most = 4096;

    /// <inheritdoc/>
    public override int MostTogether => Most / 3;

    /// <inheritdoc/>
    protected override HttpRequestMessage Request(IReadOnlyList<Alert> alerts)
    {
        var body = Encoding.UTF8.GetBytes(string.Join('\n', alerts.Select(a => a.Shown)));
        var request = JsonChannel.Post(Beginning(body), "text/plain");
        if (Ascii.IsValid(title)) request.Headers.TryAddWithoutValidation("Title", title);
        if (alerts.Any(a => a.Kind is AlertEvents.Error or AlertEvents.Halt)) request.Headers.TryAddWithoutValidation("Priority", "high");
        return request;
    }

    // Whole characters: a byte that goes on with one is 10xxxxxx.
    private static byte[] Beginning(byte[] utf8)
    {
        if (utf8.Length <= Most) return utf8;
        var length = Most;
        while ((utf8[length] & 0xC0) == 0x80) length--;
        return utf8[..length];
    }
}
