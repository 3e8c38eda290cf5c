using System.Runtime.InteropServices;

namespace Axfl.Cli.Hosting;

/// <summary>Writes to an open descriptor of the process (1 or 2), on Linux and macOS.</summary>
/// <remarks>
/// The runtime's own console stream takes a closed pipe for success, and a pipe that nobody reads holds it indefinitely. Here a pipe gets no more at a time
/// than it has room for, so that between two writes there is a moment to give up.
/// </remarks>
/// <param name="descriptor">1 or 2.</param>
/// <param name="isEnding">Whether the process is to end: then a reader that takes nothing for a second is left alone.</param>
internal sealed partial class PosixDescriptor(int descriptor, Func<bool> isEnding)
{
    private const short WriteReady = 4;
    private const int SeekCurrent = 1, GetDescriptorFlags = 1, CloseOnExec = 1, Interrupted = 4, BrokenPipe = 32;
    private const int PollMilliseconds = 50, PatienceMilliseconds = 1000;

    // What a pipe with any room takes without waiting (PIPE_BUF).
    private static readonly int PipePart = OperatingSystem.IsLinux() ? 4096 : 512;
    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;

    // A stream that whoever started the process gave it is never closed on exec. Where nothing was given, the number is taken by a pipe of the runtime's own,
    // which never has room, or has and is read by the runtime.
    private readonly bool _isGiven = (fcntl(descriptor, GetDescriptorFlags) & CloseOnExec) == 0;
    private readonly int _part = lseek(descriptor, 0, SeekCurrent) >= 0 ? int.MaxValue : PipePart;

    /// <summary>Writes all bytes.</summary>
    /// <returns>False when it gave up.</returns>
    /// <exception cref="IOException">The system refused; a <see cref="ClosedPipeException"/> when the reader has gone.</exception>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (!_isGiven) throw new IOException("It was closed when the program was started");
        for (var waited = 0; !bytes.IsEmpty;)
        {
            if (!IsReady())
            {
                if (isEnding() && (waited += PollMilliseconds) >= PatienceMilliseconds) return false;
                continue;
            }

            var part = bytes[..Math.Min(bytes.Length, _part)];
            var written = write(descriptor, ref MemoryMarshal.GetReference(part), part.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
                waited = 0;
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == Interrupted) continue;
            if (error == TryAgain)
            {
                // A descriptor that does not wait, with less room than a whole part.
                Pause();
                if (isEnding() && ++waited >= PatienceMilliseconds) return false;
                continue;
            }

            var message = Marshal.GetPInvokeErrorMessage(error);
            throw error == BrokenPipe ? new ClosedPipeException(message) : new IOException(message);
        }

        return true;
    }

    // An error shows at the write.
    private bool IsReady()
    {
        var wanted = new PollDescriptor { Descriptor = descriptor, Events = WriteReady };
        return poll(ref wanted, 1, PollMilliseconds) > 0;
    }

    private static void Pause()
    {
        var nothing = default(PollDescriptor);
        _ = poll(ref nothing, 0, 1);
    }

#pragma warning disable CA5392, IDE1006
    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ref byte bytes, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(int descriptor, int command);

    [LibraryImport("libc", SetLastError = true)]
    private static partial long lseek(int descriptor, long offset, int from);
#pragma warning restore CA5392, IDE1006

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
