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
