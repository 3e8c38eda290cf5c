using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Axfl.Contracts;

namespace Axfl.Reports.Tests;

/// <summary>A report as a reader has it: its text, what is in it, and its data unpacked as the page unpacks them.</summary>
internal sealed partial class ReportText
{
    public ReportText(string text, ReportFile file)
    {
        (Text, File) = (text, file);
        Data = JsonDocument.Parse(Regex.Match(text, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value).RootElement;
    }

    public string Text { get; }

    public ReportFile File { get; }

    /// <summary>The data element.</summary>
    public JsonElement Data { get; }

    /// <summary>The page without style, data and script.</summary>
    public string Body => Hidden().Replace(Text, "");

    /// <summary>Columns of a packed member.</summary>
    public Dictionary<string, double?[]> Columns(string member)
    {
        var json = JsonDocument.Parse(Unzip(Data.GetProperty(member).GetString()!)).RootElement;
        var rows = json.GetProperty("n").GetInt32();
        var columns = new Dictionary<string, double?[]>();
        foreach (var column in json.GetProperty("columns").EnumerateObject())
        {
            double?[] values = [.. column.Value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (double?)null : v.GetDouble())];
            Assert.Equal(rows, values.Length);
            if (column.Name.EndsWith('~'))
                for (var i = 1; i < values.Length; i++) values[i] += values[i - 1];
            columns.Add(column.Name.TrimEnd('~'), values);
        }

        return columns;
    }

    /// <summary>Bars of a packed text.</summary>
    public static Bar[] Bars(string packed, long stepSeconds, double scale)
    {
        var bytes = Unzip(packed);
        var at = 0;
        ulong Unsigned()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = bytes[at++];
                value |= (ulong)(b & 0x7f) << shift;
                if (b < 0x80) return value;
            }
        }

        long Signed()
        {
            var value = Unsigned();
            return (long)(value >> 1) ^ -(long)(value & 1);
        }

        var n = (int)Unsigned();
        long[] Column() => [.. Enumerable.Range(0, n).Select(_ => Signed())];
        long[] time = Column(), open = Column(), body = Column(), up = Column(), down = Column();
        Assert.Equal(bytes.Length, at);
        var bars = new Bar[n];
        for (var i = 0; i < n; i++)
        {
            if (i > 0) time[i] += time[i - 1];
            var o = open[i] + (i == 0 ? 0 : open[i - 1] + body[i - 1]);
            open[i] = o;
            var c = o + body[i];
            bars[i] = new Bar(time[i] * stepSeconds * 1000, o / scale, (Math.Max(o, c) + up[i]) / scale, (Math.Min(o, c) - down[i]) / scale, c / scale);
        }

        return bars;
    }

    /// <summary>All bars of a symbol by the data element, or its overview.</summary>
    public Bar[] Bars(int symbol, bool overview = false)
    {
        var member = Data.GetProperty("bars")[symbol];
        var scale = member.GetProperty("scale").GetDouble();
        return overview ? Bars(member.GetProperty("overview").GetString()!, 14_400, scale)
            : [.. member.GetProperty("parts").EnumerateArray().SelectMany(p => Bars(p.GetString()!, member.GetProperty("step").GetInt64(), scale))];
    }

    private static byte[] Unzip(string packed)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex("<style>.*?</style>|<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
