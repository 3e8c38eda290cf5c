using System.Text;

namespace Axfl.Cli.Hosting;

/// <summary>The two standard streams of a process, guarded.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Consoles(ConsoleStream Out, ConsoleStream Error)
{
    /// <summary>For streams that go nowhere outside: memory.</summary>
    public static Consoles Unguarded => new(new ConsoleStream("standard output", static _ => true), new ConsoleStream("standard error", static _ => true));

    /// <summary>Those of this process.</summary>
    /// <param name="stop">Says when the process is to end.</param>
    public static Consoles OfProcess(StopRequest stop) => new(
        new ConsoleStream("standard output", Writer(1, Console.OpenStandardOutput, stop)),
        new ConsoleStream("standard error", Writer(2, Console.OpenStandardError, stop)));

    /// <summary>What was wrong with one of them; null: nothing.</summary>
    public ConsoleException? Fault => Out.Fault ?? Error.Fault;

    /// <summary>Text on a terminal. On Windows the runtime's own writer, which alone knows its consoles.</summary>
    /// <remarks>Elsewhere the runtime's writer would put the terminal into keypad mode and leave it there, and know nothing of a terminal that is gone.</remarks>
    /// <param name="guard">The guard of the stream.</param>
    /// <param name="own">The runtime's writer.</param>
    public static TextWriter Terminal(ConsoleStream guard, Func<TextWriter> own)
    {
        if (OperatingSystem.IsWindows()) return own();
        var encoding = Console.OutputEncoding is { CodePage: not 65001 } other ? other : new UTF8Encoding(false);
        // What is drawn and what is said come from several threads.
        return TextWriter.Synchronized(new StreamWriter(guard, encoding, 1 << 10) { AutoFlush = true });
    }

    private static ConsoleWrite Writer(int descriptor, Func<Stream> open, StopRequest stop)
    {
        if (!OperatingSystem.IsWindows()) return new PosixDescriptor(descriptor, () => stop.IsEnding).Write;
        var stream = open();
        return bytes =>
        {
            stream.Write(bytes);
            return true;
        };
    }
}
