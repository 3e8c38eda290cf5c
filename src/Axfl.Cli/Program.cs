using System.Text;
using Axfl.Cli.Hosting;
using Axfl.Contracts;
using Axfl.Runtime;

namespace Axfl.Cli;

/// <summary>The process: streams, signals, then one command.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        DynamicCode.Avoid(args);
        // A second core loads what a replay will need while this one reads the command line.
        if (args is ["live-port", ..] && Environment.ProcessorCount > 1) new Thread(AxflRuntime.Rehearse) { IsBackground = true, Name = "Axfl rehearsal" }.Start();
        if (WorkingDirectory() is not { } working)
        {
            Console.Error.WriteLine("error: The working directory does not exist any more, or may not be read: change to another one.");
            return ExitCode.Usage;
        }

        using var stop = new StopRequest();
        using var signals = new ProcessSignals(stop);
        var outTerminal = !Console.IsOutputRedirected;
        var errorTerminal = !Console.IsErrorRedirected;
        if ((outTerminal || errorTerminal) && OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        var consoles = Consoles.OfProcess(stop);
        var context = new CommandContext
        {
            Runtime = new AxflRuntime(),
            Consoles = consoles,
            OutBytes = consoles.Out,
            Out = outTerminal ? Consoles.Terminal(consoles.Out, static () => Console.Out) : new StreamWriter(consoles.Out, new UTF8Encoding(false), 1 << 14),
            Error = errorTerminal ? Consoles.Terminal(consoles.Error, static () => Console.Error) : new StreamWriter(consoles.Error, new UTF8Encoding(false), 1 << 10) { AutoFlush = true },
            OutIsTerminal = outTerminal,
            ErrorIsTerminal = errorTerminal,
            Colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Unicode = outTerminal && PictureFormat.SpeaksUnicode(Console.OutputEncoding.CodePage, Environment.GetEnvironmentVariable, OperatingSystem.IsWindows()),
            CanDraw = outTerminal && TerminalWindow.Obeys(static () => Console.Out),
            Window = TerminalWindow.Size,
            Debug = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AXFL_DEBUG")),
            WorkingDirectory = working,
            Stop = stop,
        };
        return CommandLine.Run(args, context);
    }

    private static string? WorkingDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
