using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.FakeHost;

namespace Axfl.LiveHost;

/// <summary>
/// The provider of a run over sockets in a process of its own: Finnhub's trade socket and candles. It does what lines on standard input say:
/// <c>accept</c> waits for a connection, <c>play FROM UNTIL</c> sends those ticks on it, <c>drop</c> breaks the connection, <c>hold N</c> keeps back the N-th and later answers of
/// history from here on, <c>give</c> lets them go. It tells <c>held</c>, <c>sent UNTIL</c>, <c>asked N</c>, <c>answered N</c>.
/// </summary>
internal static class SlotServer
{
    private static readonly Lock Gate = new();
    private static readonly WireFormat Format = WireFormat.Finnhub;
    private static ManualResetEventSlim _given = new(true);
    private static int _asked, _holdFrom = int.MaxValue;

    public static async Task<int> Run(int seed, int count)
    {
        var ticks = SlotMarket.Ticks(seed, count);
        string[] names = [Format.NameOf("EUR", "USD"), Format.NameOf("GBP", "USD")];
        IReadOnlyList<Bar>[] bars = [SlotMarket.Bars(ticks, 0), SlotMarket.Bars(ticks, 1)];
        await using var server = await FakeServer.Start();
        await using var rest = await FakeRest.Start(call => Answer(call, bars[Array.IndexOf(names, call.Query["symbol"])]));
        Console.WriteLine($"at {server.Address} {rest.Address}");
        FakeConnection? connection = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "accept") connection = await server.NextConnection();
            else if (words[0] == "play") await Play(connection!, ticks, names, Number(words[1]), Number(words[2]));
            else if (words[0] == "drop") connection?.Abort();
            else if (words[0] == "hold") Hold(Number(words[1]));
            else _given.Set();
        }

        return 0;
    }

    private static async Task Play(FakeConnection connection, List<(int Symbol, Tick Tick)> ticks, string[] names, int from, int until)
    {
        try
        {
            foreach (var (symbol, tick) in ticks.Take(until).Skip(from)) await connection.Send(Format.Price(names[symbol], tick.Time, tick.Price, tick.Price));
            Console.WriteLine($"sent {until}");
        }
        catch (Exception e) when (e is IOException or System.Net.WebSockets.WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client was killed: it is told what to go on with.
            connection.Abort();
        }
    }

    private static void Hold(int from)
    {
        lock (Gate)
        {
            (_asked, _holdFrom, _given) = (0, from, new ManualResetEventSlim(false));
            Console.WriteLine("held");
        }
    }

    private static RestReply Answer(RestCall call, IReadOnlyList<Bar> bars)
    {
        int number;
        ManualResetEventSlim given;
        lock (Gate)
        {
            number = ++_asked;
            given = number >= _holdFrom ? _given : new ManualResetEventSlim(true);
            Console.WriteLine($"asked {number}");
        }

        given.Wait();
        var (from, to) = (Number(call.Query["from"]) * 1000L, Number(call.Query["to"]) * 1000L);
        var reply = new RestReply(200, Candles([.. bars.Where(b => b.Time >= from && b.Time <= to)]));
        Console.WriteLine($"answered {number}");
        return reply;
    }

    private static string Candles(List<Bar> bars)
    {
        if (bars.Count == 0) return """{"s":"no_data"}""";
        var text = new StringBuilder("""{"s":"ok",""");
        Column("t", b => b.Time / 1000);
        Column("o", b => b.Open);
        Column("h", b => b.High);
        Column("l", b => b.Low);
        Column("c", b => b.Close);
        Column("v", b => b.Volume);
        return text.Remove(text.Length - 1, 1).Append('}').ToString();

        void Column(string name, Func<Bar, double> value) => text.Append(CultureInfo.InvariantCulture, $"\"{name}\":{JsonSerializer.Serialize(bars.Select(value))},");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
