using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Pools.Hangfire.Dashboard;

/// <summary>The process: reads its command line, shows the queue until it is stopped, says what went wrong. Exit codes are those of axfl.</summary>
internal static class Program
{
    private const int Unexpected = 1;

    private static async Task<int> Main(string[] args)
    {
        try
        {
            return await Invoke(args);
        }
        catch (AxflException known)
        {
            await SayAsync($"error: {known.Message}");
            if (known.RecommendedAction is { Length: > 0 } action) await SayAsync(action);
            return (int)known.Kind;
        }
        // The last line of defence of a process: whatever it is, people get one clear line and the shell a code.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            await SayAsync($"error: unexpected {error.GetType().Name}: {ShownText.Line(error.Message)}");
            return Unexpected;
        }
    }

    private static Task<int> Invoke(string[] args)
    {
        var store = new Option<string?>("--store") { Description = "Store of the sweeps: a connection string of PostgreSQL (default: that of AXFL_STORE).", HelpName = "STORE" };
        var port = new Option<string?>("--port") { Description = "Port of 127.0.0.1; 0: any that is free (default: 0).", HelpName = "PORT" };
        port.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !TryPort(token.Value, out _)) result.AddError($"--port must be a port, 0 to 65535, not '{token.Value}'.");
        });
        var root = new RootCommand("Shows the queue of the pool hangfire in a browser of this machine: its chunks, those that failed and why, and its workers. Nothing can be changed there. Ctrl-C stops it.")
        {
            store, port,
        };
        root.SetAction((result, _) => RunAsync(result.GetValue(store), TryPort(result.GetValue(port) ?? "0", out var number) ? number : 0));
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction error) return Task.FromResult(Usage(parsed, error));
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static async Task<int> RunAsync(string? store, int port)
    {
        using var stop = new StopSignals();
        await using var dashboard = await QueueDashboard.StartAsync(QueueStore.Find(store, Environment.GetEnvironmentVariable), port);
        await Console.Out.WriteLineAsync($"listening on {dashboard.Address}");
        return await stop.Asked;
    }

    private static int Usage(ParseResult result, ParseErrorAction action)
    {
        action.ShowHelp = false;
        result.Invoke(new InvocationConfiguration { Output = Console.Error });
        Console.Error.WriteLine("Usage: dotnet Axfl.Pools.Hangfire.Dashboard.dll --help");
        return (int)ErrorKind.Configuration;
    }

    private static bool TryPort(string text, out ushort port) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port);

    private static Task SayAsync(string line) => Console.Error.WriteLineAsync(ShownText.Clean(line));
}
