using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl fake-feed</c>: a server with simulated prices, for trying live mode without a key.</summary>
internal static class FakeFeedCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var port = ValueOption.Port("--port", "Port of 127.0.0.1; 0: any that is free (default: 8765).");
        var ticks = ValueOption.Number("--ticks-per-second", "X", "Prices per second and symbol, 0.1 to 20 (default: 1).");
        var drop = ValueOption.Number(
            "--drop-every", "SECONDS", "Drop all connections this often, to see a client reconnect and fill the gap; 1 to 86400 (default: never).", 1);
        var silence = ValueOption.Number(
            "--silence-after", "SECONDS", "How long after its start a connection falls silent while it stays open, to see a client's watchdog (default: never).");
        var command = new Command(
            "fake-feed",
            "A server on this machine that speaks as Finnhub does, with simulated prices and any key accepted: to try live mode. Ctrl-C stops it.")
        {
            port, ticks, drop, silence,
        };
        command.SetAction((result, _) => RunAsync(context, new FakeFeedRequest
        {
            Port = (int?)result.NumberOf(port) ?? 8765,
            TicksPerSecond = result.NumberOf(ticks) ?? 1,
            DropEvery = result.SecondsOf(drop),
            SilenceAfter = result.SecondsOf(silence),
        }));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, FakeFeedRequest request)
    {
        await using var feed = context.Runtime.StartFakeFeed(request);
        var address = feed.Address.ToString().TrimEnd('/');
        context.Out.WriteLine("listening on " + address);
        context.Out.Flush();
        context.Error.WriteLine("Simulated prices, not a market. In another terminal set the variable FINNHUB_API_KEYS to anything, then:");
        context.Error.WriteLine($"  axfl live-port --mode ws --source finnhub --endpoint {address}");
        await FollowAsync(feed, context);
        return context.Stop.ExitCode;
    }

    private static async Task FollowAsync(IFakeFeed feed, CommandContext context)
    {
        // No token for the log: what is said while the server stops is read too.
        await using var stop = context.Stop.Token.UnsafeRegister(static f => _ = ((IFakeFeed)f!).DisposeAsync().AsTask(), feed);
        await foreach (var line in feed.Log) context.Error.WriteLine(line);
        await feed.Completion;
    }
}
