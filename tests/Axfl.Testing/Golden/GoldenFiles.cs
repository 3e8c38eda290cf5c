using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Testing.Golden;

/// <summary>Expected results as files, and what a run wrote in the same form.</summary>
internal static class GoldenFiles
{
    /// <summary>The folders of hand-made cases beside the test assembly, as <c>kind/name</c>.</summary>
    public static IEnumerable<string> Cases(params string[] kinds) => kinds.SelectMany(kind =>
        Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "data", kind)).Select(d => Path.Combine(kind, Path.GetFileName(d)))
            .Order(StringComparer.Ordinal));

    /// <summary>Compares trades by column name: every column that the expected ones have but the tag, which they leave empty.</summary>
    /// <param name="folder">Folder of the expected results.</param>
    /// <param name="header">Header of the trades written.</param>
    /// <param name="written">Their lines, each as its fields.</param>
    public static void AssertTrades(string folder, string header, IEnumerable<string[]> written)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "expected_trades.csv"));
        var columns = lines[0].Split(',').Select((name, at) => (Name: name, Expected: at, Written: Array.IndexOf(header.Split(','), name)))
            .Where(c => c.Name != "tag").ToArray();
        Assert.DoesNotContain(columns, c => c.Written < 0);
        Assert.Equal(
            lines.Skip(1).Select(l => l.Split(',')).Select(f => string.Join(',', columns.Select(c => f[c.Expected]))),
            written.Select(f => string.Join(',', columns.Select(c => f[c.Written]))));
    }

    /// <summary>time,symbol,strategy,stage,result,side,type,price,stop_loss,target: numbers as their shortest text, since files differ in trailing zeros.</summary>
    public static string[] Decisions(string folder)
    {
        var plain = Path.Combine(folder, "expected_decisions.csv");
        using Stream file = File.OpenRead(File.Exists(plain) ? plain : plain + ".gz");
        using var reader = new StreamReader(File.Exists(plain) ? file : new GZipStream(file, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(l => l.Split(','))
            .Select(f => string.Join(',', f.Take(7).Concat(f.Skip(7).Take(3).Select(Shortest))))];
    }

    /// <summary>Decisions in the same form.</summary>
    public static string[] Decisions(IEnumerable<DecisionRecord> decisions) => [.. decisions.Select(d =>
    {
        string Price(double price) => double.IsNaN(price) ? "" : Shortest(d.Instrument.FormatPrice(price));
        return string.Join(',', EventTime.ToIso(d.Time), d.Instrument.Symbol, d.Strategy, d.Stage.Name(), d.Result.Name, d.Order.Side.Name(),
            d.Order.Type.Name(), Price(d.Order.Price), Price(d.Order.StopLoss), Price(d.Order.Target));
    })];

    public static string[] Written(string path) => [.. File.ReadLines(path).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        var d = json.RootElement;
        string[] words = ["time", "symbol", "strategy", "stage", "result", "side", "type"];
        string[] numbers = ["price", "stop_loss", "target"];
        return string.Join(',', words.Select(w => d.GetProperty(w).GetString()!).Concat(numbers.Select(n => Shortest(d.GetProperty(n).ToString()))));
    })];

    /// <summary>Whether every number and text of the expected summary is in the written one; ratios to their last printed digit.</summary>
    public static void AssertContains(JsonElement expected, JsonElement written, string path = "")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    Assert.True(written.TryGetProperty(member.Name, out var value), $"{path}/{member.Name} is missing");
                    AssertContains(member.Value, value, path + "/" + member.Name);
                }

                break;
            // That there are such warnings, not their words.
            case JsonValueKind.Array when path == "/warnings":
                Assert.True(written.EnumerateArray().Count(w => w.GetString()!.Contains("flat missed", StringComparison.Ordinal)) == expected.GetArrayLength(), $"{path}: {written}");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.EnumerateArray().Select(e => e.ToString()), written.EnumerateArray().Select(e => e.ToString()));
                break;
            case JsonValueKind.Number:
                Assert.True(written.ValueKind == JsonValueKind.Number && Math.Abs(expected.GetDouble() - written.GetDouble()) < 1.1e-2 * Digit(expected),
                    $"{path}: expected {expected}, written {written}");
                break;
            default:
                Assert.Equal(expected.ToString(), written.ToString());
                break;
        }
    }

    // A hundredth of this is the last printed digit: money has 2 decimals, R 4, ratios 6.
    private static double Digit(JsonElement number)
    {
        var text = number.GetRawText();
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return 100 * Math.Pow(10, -Math.Max(2, decimals));
    }

    private static string Shortest(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "";
}
