using System.Buffers;
using System.Text;
using System.Text.Json;
using Axfl.Reports.Pack;

namespace Axfl.Reports.Sweeps;

/// <summary>The data element of a sweep's page: one JSON object, in which no character can end the element or a line of script.</summary>
internal static class SweepDataElement
{
    private const int Format = 1;
    private const double Millionths = 1e6;

    /// <summary>Writes it.</summary>
    /// <returns>ASCII: whatever is beyond is escaped, and so are <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>.</returns>
    public static string Write(SweepReportContent content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) Write(content, json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(SweepReportContent content, Utf8JsonWriter json)
    {
        var m = content.Measure;
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("sweep", m.Sweep);
        json.WriteString("command", content.CommandName);
        json.WriteString("by", content.Sweep.Settings.By);
        json.WriteBoolean("max", content.Sweep.Settings.IsMax);
        json.WriteNumber("decimals", content.Decimals);
        json.WriteStartObject("measure");
        foreach (var (name, value) in new[]
        {
            ("days", m.Days), ("tried", m.TriedEver), ("measured", m.Measured), ("best", m.Best?.Trial), ("recommended", m.Recommended?.Trial), ("best_objective", m.Best?.Objective), ("best_sharpe", m.Best?.DaySharpe),
            ("best_median", m.Best?.NeighbourMedian), ("best_worst", m.Best?.NeighbourWorst), ("recommended_objective", m.Recommended?.Objective), ("recommended_median", m.Recommended?.NeighbourMedian),
            ("recommended_worst", m.Recommended?.NeighbourWorst), ("deflated", m.Deflated), ("expected_best", m.ExpectedBest), ("pbo", m.Pbo), ("loss_outside", m.LossOutside), ("slope", m.Slope), ("spa", m.SpaConsistent),
        }) WriteNumber(json, name, value);
        json.WriteEndObject();
        json.WriteStartArray("axes");
        foreach (var axis in content.Axes)
        {
            json.WriteStartObject();
            json.WriteString("name", axis.Name);
            json.WriteString("label", axis.Label);
            WriteTexts(json, "values", axis.Values);
            WriteTexts(json, "groups", axis.BinLabels);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "states", TrialLine.States);
        json.WritePropertyName("trials");
        WritePacked(json, Trials(content));
        WriteErrors(content, json);
        json.WritePropertyName("choices");
        if (content.Validation is null) json.WriteNullValue();
        else WritePacked(json, Choices(content));
        WriteWindows(content, json);
        WriteHistogram(json, "objectives", content.Objectives);
        WriteHistogram(json, "ratios", content.Ratios);
        json.WriteEndObject();
    }

    private static string Trials(SweepReportContent content)
    {
        var lines = content.Lines;
        var columns = new Columns(lines.Count).AddDelta("trial", i => lines[i].Trial.Trial).Add("state", i => TrialLine.States.ToList().IndexOf(lines[i].State));
        for (var a = 0; a < content.Axes.Count; a++)
        {
            var axis = a;
            columns.Add(FormattableString.Invariant($"v{a}"), i => lines[i].Places[axis]).Add(FormattableString.Invariant($"g{a}"), i => content.Axes[axis].Bin(lines[i].Places[axis]));
        }

        return columns.AddNumbers("objective", i => lines[i].Objective).AddNumbers("median", i => lines[i].Median).AddNumbers("sharpe", i => Rounded(lines[i].DaySharpe)).Add("trades", i => lines[i].Trial.Trades)
            .AddNumbers("r", i => Rounded(lines[i].Trial.TotalR)).AddNumbers("mean", i => Rounded(lines[i].Trial.AverageR)).AddNumbers("fall", i => Rounded(lines[i].Trial.MaxDrawdownR))
            .AddNumbers("cost", i => Rounded(lines[i].Trial.CostShare)).AddNumbers("day", i => Rounded(lines[i].Trial.MeanDayR)).Pack();
    }

    private static string Choices(SweepReportContent content)
    {
        var choices = content.Validation!.Choices;
        return new Columns(choices.Count).Add("trial", i => content.TrialOf(choices[i])).Add("inside", i => (long)Math.Round(choices[i].Inside * Millionths)).Add("outside", i => (long)Math.Round(choices[i].Outside * Millionths)).Pack();
    }

    private static void WriteErrors(SweepReportContent content, Utf8JsonWriter json)
    {
        json.WriteStartObject("errors");
        foreach (var line in content.Lines.Where(static l => l.Trial.Error is not null)) json.WriteString(FormattableString.Invariant($"{line.Trial.Trial}"), line.Trial.Error);
        json.WriteEndObject();
    }

    private static void WriteWindows(SweepReportContent content, Utf8JsonWriter json)
    {
        json.WriteStartArray("windows");
        foreach (var window in content.Sweep.WalkForward?.Report.Windows ?? [])
        {
            json.WriteStartObject();
            json.WriteString("label", WalkForwardPanel.Label(window));
            json.WriteNumber("r", window.TestTotalR);
            json.WriteNumber("trades", window.TestTrades);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHistogram(Utf8JsonWriter json, string name, Histogram? histogram)
    {
        if (histogram is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("from", histogram.From);
        json.WriteNumber("step", histogram.Step);
        json.WriteStartArray("counts");
        foreach (var count in histogram.Counts) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 6) : null;

    // base64 has nothing to escape; the writer would escape its + all the same.
    private static void WritePacked(Utf8JsonWriter json, string packed) => json.WriteRawValue($"\"{packed}\"", skipInputValidation: true);
}
