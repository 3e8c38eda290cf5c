using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>Standard output or standard error cannot be written.</summary>
internal sealed class ConsoleException(string name, string reason, bool isClosedPipe, Exception? cause)
    : AxflException("ConsoleNotWritable", ErrorKind.Output, $"{name} cannot be written: {reason}", cause)
{
    /// <summary>Whether its reader has gone, as <c>head</c> does: that is no fault to speak of.</summary>
    public bool IsClosedPipe { get; } = isClosedPipe;
}
