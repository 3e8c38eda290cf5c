using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The windows of the sweep's last walk-forward: what was chosen on the past, and what it made of what came next.</summary>
internal static class WalkForwardPanel
{
    private const string Id = "walkforward", Title = "Walk-forward";

    /// <summary>Writes it.</summary>
    public static void Write(Html html, SweepReportContent content)
    {
        if (content.Sweep.WalkForward is not { } kept)
        {
            Panel.WriteSentence(html, Id, Title, content.Member("walk_forward") is { ValueKind: JsonValueKind.Object }
                ? $"The walk-forward of the sweep file was not run: {SweepCommands.WalkForward} runs it."
                : "The sweep file has no walk_forward, so nothing was chosen on one period and tested on the next.");
            return;
        }

        var report = kept.Report;
        var note = kept.DefinitionHash == content.Sweep.Sweep.DefinitionHash ? null : "It was run with another sweep file than the trials of this page.";
        Panel.Write(html, Id, Title, $"In each window all trials are run over the training, one is chosen by it alone ({report.Choose}), and is run over the test. {report.Text}", note, Windows(report), Moves(report));
    }

    /// <summary>A window in words: its number and its test.</summary>
    public static string Label(WalkForwardWindow window) => FormattableString.Invariant($"{window.Window}: {Period(window.TestSince, window.TestUntil)}");

    private static Table Windows(WalkForwardReport report)
    {
        var axes = report.Windows.SelectMany(static w => w.Parameters.Keys).Distinct(StringComparer.Ordinal).ToList();
        return new Table("Windows", [">window", "training", "test", ">trial", .. axes.Select(a => ShownAxis.LabelOf(a, axes)), ">training trades", ">training R a day", ">test trades", ">test R", ">test R a day", "note"]).AddAll(report.Windows, w =>
        [
            Shown.Number(w.Window), Period(w.TrainSince, w.TrainUntil), Period(w.TestSince, w.TestUntil), w.Trial is { } trial ? Shown.Number(trial) : "flat",
            .. axes.Select(a => w.Parameters.TryGetValue(a, out var value) ? ShownAxis.Text(value) : "-"), w.TrainTrades is { } trades ? Shown.Number(trades) : "-", Shown.R(w.TrainMeanDayR, 4),
            Shown.Number(w.TestTrades), Shown.R(w.TestTotalR), Shown.R(w.TestMeanDayR, 4), w.Note ?? "",
        ]);
    }

    private static Table Moves(WalkForwardReport report) => new Table("Moves of the choice by more than one step", "axis", ">moves", ">of").AddAll(
        report.Moves, static m => [m.Axis, Shown.Number(m.Moves), Shown.Number(m.Of)]);

    // Ends are exclusive.
    private static string Period(DateTime since, DateTime until) => $"{Date(since)} to {Date(until.AddTicks(-1))}";

    private static string Date(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
