using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Fuzz;

/// <summary>Files that users have, whole: what is damaged.</summary>
internal static class FuzzInput
{
    private const string Sessions = """
        # a plan
        portfolio:
          symbols: [EURUSD, GBPUSD]
          interval: 5m
          source: csv
          warmup_days: 0
          costs: {commission_per_million: 30, spread_pips: {EURUSD: 0.6}}
          trading_day: {timezone: Europe/London, start: "00:00"}
          holidays: [2025-12-25]
          intrabar: worst
          live: {stale_after_s: 60}
          risk:
            per_strategy_daily_stop_r: -2
            max_open_positions: 3
            drawdown: {trailing_pct: 5.0, cooloff_minutes: 120}
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00", timezone: Europe/London, days: [Mon, Tue]}]
              params: {sweep_pips: 4}
            - name: orb
              windows: [{start: "07:00", end: "16:00"}]
        """;

    /// <summary>Sessions files: one of today, one of the older program, and the shipped one.</summary>
    public static IReadOnlyList<byte[]> SessionFiles =>
    [
        Encoding.UTF8.GetBytes(Sessions),
        "portfolio:\n  symbols: [EURUSD]\n  interval: 5m\n  dd_lock: {trailing_pct: 5, cooloff_min: 60}\n  strategies:\n  - name: orb\n    session: london\n    windows: [{start: \"07:00\", end: \"10:00\"}]\n    params: {time_stop_m: 60, use_trend_filter: true}\n"u8.ToArray(),
        File.ReadAllBytes(Repository.PathOf("config", "sessions.yaml")),
    ];

    /// <summary>Bar files of every dialect, with their file names.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> BarFiles =>
    [
        ("EURUSD.csv", Rows("time,open,high,low,close,volume", (t, i) => $"{t:yyyy-MM-ddTHH:mm:ssZ},1.1,1.2,1.0,1.1,{i}")),
        ("EURUSD.csv", Rows("date,time,open,high,low,close,volume,spread", (t, i) => $"{t:yyyy.MM.dd},{t:HH:mm},1.1,1.2,1.0,1.1,{i},0.6")),
        ("EURUSD.csv", Rows("<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>", (t, i) => $"{t:yyyy.MM.dd}\t{t:HH:mm:ss}\t1.1\t1.2\t1.0\t1.1\t{i}")),
        ("EURUSD5.csv", Rows(null, (t, i) => $"{t:yyyy.MM.dd},{t:HH:mm},1.1,1.2,1.0,1.1,{i}")),
        ("DAT_ASCII_EURUSD_M1_2025.csv", Rows(null, (t, _) => $"{t:yyyyMMdd HHmmss};1.1;1.2;1.0;1.1;0")),
        ("EURUSD.csv", Rows("Gmt time,Open,High,Low,Close,Volume", (t, i) => $"{t:dd.MM.yyyy HH:mm:ss}.000,1.1,1.2,1.0,1.1,{i}")),
        ("EURUSD.csv", Rows("datetime;open;high;low;close", (t, _) => $"{t:yyyy-MM-dd HH:mm:ss};1.1;1.2;1.0;1.1")),
        ("EURUSD.csv", Rows("time,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close,volume", (t, i) => $"{t:yyyy-MM-ddTHH:mm:ssZ},1.1,1.2,1.0,1.1,1.1,1.2,1.0,1.1,{i}")),
        ("EURUSD.csv", Rows("time,bid_open,bid_high,bid_low,bid_close,ask_open,ask_high,ask_low,ask_close,volume,mid_open,mid_high,mid_low,mid_close", (t, i) => $"{t:yyyy-MM-ddTHH:mm:ssZ},1.1,1.2,1.0,1.1,1.1,1.2,1.0,1.1,{i},1.1,1.2,1.0,1.1")),
        ("EURUSD.csv", Rows("timestamp,open,high,low,close", (t, _) => $"{new DateTimeOffset(t).ToUnixTimeSeconds()},1.1,1.2,1.0,1.1")),
        ("20250701_eurusd_minute_quote.csv", Rows(null, (t, _) => $"{t.TimeOfDay.TotalMilliseconds},1.1,1.2,1.0,1.1,0,1.1,1.2,1.0,1.1,0")),
        ("EURUSD.csv", [0xff, 0xfe, .. Encoding.Unicode.GetBytes("time,open,high,low,close\n2025-07-01T00:00:00Z,1.1,1.2,1.0,1.1\n")]),
    ];

    /// <summary>The first dialect in archives.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Archives
    {
        get
        {
            var bars = BarFiles[0].Bytes;
            return [("EURUSD.csv.gz", Gzip(bars)), ("EURUSD.zip", Zip(("EURUSD.csv", bars))), ("EURUSD.zip", Zip(("__MACOSX/._EURUSD.csv", [0, 5, 22, 7]), ("EURUSD.csv", bars), ("readme.txt", "x"u8.ToArray())))];
        }
    }

    /// <summary>A journal's lines sealed anew, so that their damage gets past the chain.</summary>
    public static byte[] Seal(byte[] journal)
    {
        const int tail = 40;
        var last = Encoding.ASCII.GetBytes(new string('0', 32));
        using var sealed_ = new MemoryStream();
        foreach (var line in Split(journal))
        {
            var text = line.Length > tail && line.AsSpan(line.Length - tail).StartsWith(",\"h\":\""u8) ? line[..^tail] : line;
            last = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData([.. last, .. text]))[..32].ToLowerInvariant());
            sealed_.Write([.. text, .. ",\"h\":\""u8, .. last, .. "\"}\n"u8]);
        }

        return sealed_.ToArray();
    }

    private static IEnumerable<byte[]> Split(byte[] bytes)
    {
        for (int start = 0, end; start < bytes.Length; start = end + 1)
        {
            end = Array.IndexOf(bytes, (byte)'\n', start);
            if (end < 0) end = bytes.Length;
            yield return bytes[start..end];
        }
    }

    private static byte[] Rows(string? header, Func<DateTime, int, string> row)
    {
        var start = new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> rows = Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"{row(start.AddMinutes(5 * i), i)}"));
        return Encoding.UTF8.GetBytes(string.Join('\n', header is null ? rows : rows.Prepend(header)) + "\n");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return to.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return to.ToArray();
    }
}
