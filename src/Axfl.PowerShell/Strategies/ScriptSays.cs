using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>What the script blocks of one run write to the warning, verbose, information and host streams, on its way to those of the run.</summary>
/// <param name="verbose">Whether verbose text is wanted.</param>
/// <param name="isHeard">Whether anybody reads: a check or a comparison runs strategies and says nothing of theirs.</param>
internal sealed class ScriptSays(bool verbose, bool isHeard)
{
    // Not bounded: a run whose statuses are not read stands still, and with it what its scripts say.
    private readonly Channel<NoticeEvent> _notices = Channel.CreateUnbounded<NoticeEvent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Whether verbose text is wanted.</summary>
    public bool Verbose { get; } = verbose;

    /// <summary>What was said and is not read yet.</summary>
    public ChannelReader<NoticeEvent> Notices => _notices.Reader;

    /// <summary>Says something.</summary>
    public void Say(NoticeLevel level, string message)
    {
        if (isHeard) _notices.Writer.TryWrite(new ScriptSaid(level, message));
    }
}

/// <summary>Something a script block wrote.</summary>
internal sealed record ScriptSaid : NoticeEvent
{
    /// <param name="level">Of the stream it was written to.</param>
    /// <param name="message">The text.</param>
    public ScriptSaid(NoticeLevel level, string message) => (Level, Message) = (level, message);

    /// <inheritdoc/>
    public override NoticeLevel Level { get; }

    /// <inheritdoc/>
    public override string Message { get; }
}
