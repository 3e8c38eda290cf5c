using System.Globalization;
using System.Text.Json;

namespace Axfl.FakeHost;

/// <summary>How a provider writes things; times are unix ms, UTC.</summary>
public abstract class WireFormat
{
    /// <summary>Finnhub: one price (the mid), no confirmation, pings.</summary>
    public static WireFormat Finnhub { get; } = new FinnhubFormat();

    /// <summary>Twelve Data: quotes, whole seconds, confirmations, answers to heartbeats.</summary>
    public static WireFormat TwelveData { get; } = new TwelveDataFormat();

    /// <summary>OANDA: quotes, nanoseconds, heartbeats.</summary>
    public static WireFormat Oanda { get; } = new OandaFormat();

    /// <summary>The provider's name of a symbol.</summary>
    public abstract string NameOf(string @base, string quote);

    /// <summary>A message with one price.</summary>
    public abstract string Price(string name, long time, double bid, double ask);

    /// <summary>The server's own heartbeat.</summary>
    public abstract string Heartbeat(long time);

    /// <summary>The answer to a client's message; null: none.</summary>
    public virtual string? Answer(string message) => null;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class FinnhubFormat : WireFormat
    {
        public override string NameOf(string @base, string quote) => $"OANDA:{@base}_{quote}";

        public override string Price(string name, long time, double bid, double ask) => string.Create(CultureInfo.InvariantCulture,
            $$"""{"data":[{"p":{{(bid + ask) / 2}},"s":"{{name}}","t":{{time}},"v":0}],"type":"trade"}""");

        public override string Heartbeat(long time) => """{"type":"ping"}""";
    }

    private sealed class TwelveDataFormat : WireFormat
    {
        public override string NameOf(string @base, string quote) => $"{@base}/{quote}";

        public override string Price(string name, long time, double bid, double ask) => string.Create(CultureInfo.InvariantCulture,
            $$"""{"event":"price","symbol":"{{name}}","type":"Physical Currency","timestamp":{{time / 1000}},"price":{{(bid + ask) / 2}},"bid":{{bid}},"ask":{{ask}}}""");

        public override string Heartbeat(long time) => """{"event":"heartbeat","status":"ok"}""";

        public override string? Answer(string message)
        {
            using var json = JsonDocument.Parse(message);
            var action = json.RootElement.GetProperty("action").GetString();
            if (action == "heartbeat") return Heartbeat(0);
            if (action is not ("subscribe" or "unsubscribe")) return null;
            var symbols = json.RootElement.GetProperty("params").GetProperty("symbols").GetString()!.Split(',');
            var success = string.Join(',', symbols.Select(s => $$"""{"symbol":"{{s}}"}"""));
            return $$"""{"event":"{{action}}-status","status":"ok","success":[{{success}}],"fails":[]}""";
        }
    }

    private sealed class OandaFormat : WireFormat
    {
        public override string NameOf(string @base, string quote) => $"{@base}_{quote}";

        public override string Price(string name, long time, double bid, double ask) =>
            $$"""{"type":"PRICE","time":"{{Time(time)}}","bids":[{"price":"{{Text(bid)}}","liquidity":1000000}],"asks":[{"price":"{{Text(ask)}}","liquidity":1000000}],"status":"tradeable","tradeable":true,"instrument":"{{name}}"}""";

        public override string Heartbeat(long time) => $$"""{"type":"HEARTBEAT","time":"{{Time(time)}}"}""";

        private static string Time(long time) =>
            DateTime.UnixEpoch.AddMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'000000Z'", CultureInfo.InvariantCulture);
    }
}
