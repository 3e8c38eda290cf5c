using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Reports.Page;

namespace Axfl.Reports.Sweeps;

/// <summary>The panels of the page, with the numbers behind their charts.</summary>
/// <param name="content">The sweep.</param>
internal sealed class SweepPanels(SweepReportContent content)
{
    private const int MostRows = 100;

    private static readonly (string Id, string Title)[] NeedTrials =
        [("plane", "Two axes"), ("chosen", "Best and recommended"), ("parallel", "All axes"), ("plateau", "Plateau"), ("distribution", "Distribution")];

    /// <summary>Writes all of them.</summary>
    public void Write(Html html)
    {
        if (content.Shown.Count == 0)
        {
            foreach (var (id, title) in NeedTrials) Panel.WriteSentence(html, id, title, "No trial counts: " + ((content.Measure.Undefined is [var first, ..] ? first.Reason : $"none has {By}")) + ".");
        }
        else
        {
            Plane(html);
            Chosen(html);
            Parallel(html);
            Plateau(html);
            Distribution(html);
        }

        Outside(html);
        WalkForwardPanel.Write(html, content);
        Trials(html);
        Inputs(html);
    }

    private string By => content.Sweep.Settings.By;

    private void Plane(Html html)
    {
        if (content.Varying is not [var first, .. var others])
        {
            Panel.WriteSentence(html, "plane", "Two axes", "No axis has more than one value: there is nothing to lay out.");
            return;
        }

        // The last axis turns fastest: it goes across.
        int? down = others.Length == 0 ? null : first;
        var across = others.Length == 0 ? first : others[0];
        var cells = PlaneCell.Of(content, across, down);
        var table = new Table("Objective by two axes", [down is { } d ? content.Axes[d].Label : By, .. content.Axes[across].BinLabels.Select(static l => ">" + l)]);
        foreach (var row in cells.Keys.Select(static k => k.Down).Distinct().Order())
            table.Add([down is { } axis ? content.Axes[axis].BinLabels[row] : "", .. Enumerable.Range(0, content.Axes[across].Bins).Select(c => cells.TryGetValue((row, c), out var cell) ? Objective(cell.Best.Objective) : "")]);
        var rest = content.Varying.Length > 2 ? " Over the other axes the best is shown, unless the median is asked for." : "";
        var caption = $"{By} by {(down is { } a ? content.Axes[a].Name + " (down) and " : "")}{content.Axes[across].Name}{(down is null ? "" : " (across)")}.{rest} A click on a cell shows its trial below.";
        Panel.Write(html, "plane", down is null ? "One axis" : "Two axes", caption, null, table);
    }

    private void Chosen(Html html)
    {
        var m = content.Measure;
        Panel.Begin(html, "chosen", "Best and recommended", new Caption("The best trial is the luckiest of all. The recommended one has the best neighbours: what it shows does not hang on one value of a parameter."));
        html.Raw("<div class=\"chart\" hidden></div>\n");
        (string Title, Func<SweepCandidate, string> Text)[] rows =
        [
            ("trial", c => Shown.Number(c.Trial)), .. content.Axes.Select(a => (a.Name, (Func<SweepCandidate, string>)(c => ShownAxis.Text(c.Parameters.GetValueOrDefault(a.Name))))),
            (content.Measure.Objective, c => Objective(c.Objective)), ("trades", c => Shown.Number(c.Trades)), ("R", c => Shown.R(c.TotalR)), ("maximum drawdown", c => Shown.R(-c.MaxDrawdownR)),
            ("cost share", c => Shown.Percent(c.CostShare)), (SweepFigureNames.MeanTradeR, c => Shown.R(c.MeanTradeR, 4)), ("its error by days, t", c => $"{Shown.Number(c.MeanTradeRError, 4)}, {Shown.Number(c.MeanTradeRT, 2)}"),
            (SweepFigureNames.MeanDayR, c => Shown.R(c.MeanDayR, 4)), ("its 95 % interval", c => c.IntervalLow is null ? "-" : $"{Shown.R(c.IntervalLow, 4)} to {Shown.R(c.IntervalHigh, 4)}"), (SweepFigureNames.DaySharpe, c => Shown.Number(c.DaySharpe, 4)),
            (SweepFigureNames.Psr, c => Shown.Number(c.Psr, 2)), ("days until PSR(0) is 0.95", c => Shown.Number(c.MinDays)),
        ];
        string Cell(SweepCandidate? candidate, Func<SweepCandidate, string> text) => candidate is { } c ? text(c) : "-";
        new Table("Best and recommended", "figure", ">best", ">recommended").AddAll(rows, r => [r.Title, Cell(m.Best, r.Text), Cell(m.Recommended, r.Text)]).Write(html);
        Commands(html, m);
        Panel.End(html);
    }

    private void Commands(Html html, SweepMeasure m)
    {
        if (content.CommandName is not { } name)
        {
            html.Raw("<p class=\"note\">").Text("The name of this sweep is not one that a sweep file may give: no commands are shown for it.").Raw("</p>\n");
            return;
        }

        html.Raw("<p class=\"note\">").Text(SweepCommands.Heading).Raw("</p>\n<pre class=\"whole\" tabindex=\"0\">");
        foreach (var trial in new[] { m.Best?.Trial, m.Recommended?.Trial }.OfType<int>().Distinct()) html.Text(SweepCommands.Of(name, trial));
        html.Raw("</pre>\n");
    }

    private void Parallel(Html html)
    {
        var table = new Table("Values of the axes", "axis", "value", ">trials", ">median " + By, ">best " + By);
        foreach (var axis in content.Varying)
        {
            foreach (var group in content.Shown.GroupBy(l => content.Axes[axis].Bin(l.Places[axis])).OrderBy(static g => g.Key))
            {
                var sorted = group.Select(static l => l.Objective!.Value).Order().ToArray();
                table.Add(content.Axes[axis].Name, content.Axes[axis].BinLabels[group.Key], Shown.Number(sorted.Length), Objective(Middle(sorted)), Objective(group.MaxBy(static l => l.Score)!.Objective));
            }
        }

        Panel.Write(html, "parallel", "All axes", $"One line a trial, from axis to axis to its {By}; in front the best and the recommended trial. A click at the right end shows a trial.", null, table);
    }

    private void Plateau(Html html)
    {
        var m = content.Measure;
        var table = new Table("Neighbours", "trial", ">own", ">neighbours", ">median", ">worst", ">above 0", ">ratio");
        foreach (var (name, candidate) in new[] { ("best", m.Best), ("recommended", m.Recommended) })
        {
            if (candidate is { } c)
            {
                table.Add(
                    $"{name}: {Shown.Number(c.Trial)}", Objective(c.Objective), Shown.Number(c.Neighbours), Objective(c.NeighbourMedian), Objective(c.NeighbourWorst), Shown.Percent(c.NeighboursAbove),
                    Shown.Number(c.PlateauRatio, 2));
            }
        }

        Panel.Write(html, "plateau", "Plateau", $"Each trial's own {By} against the median of its neighbours. A peak far right of the others with a low median is luck; a plateau is high in both.", PlateauNote(m), table);
    }

    private static string? PlateauNote(SweepMeasure m) =>
        m.AtEdge.Count > 0 ? $"The best lies at the end of {string.Join(", ", m.AtEdge)}: what is beyond was not tried."
        : m.Recommended is null ? "No trial has neighbours." : null;

    private void Distribution(Html html)
    {
        var m = content.Measure;
        var tables = new List<Table>();
        if (content.Objectives is { } objectives) tables.Add(Bins("Distribution of " + By, By, objectives, content.Decimals));
        if (content.Ratios is { } ratios) tables.Add(Bins("Distribution of Sharpe a day", "Sharpe a day", ratios, 3));
        var note = m.ExpectedBest is { } expected ? $"The luckiest of {Shown.Many(m.TriedEver, "plan")} without any skill is expected at a Sharpe ratio of {Shown.Number(expected, 4)} a day; the best trial has {Shown.Number(m.Best?.DaySharpe, 4)}."
            : m.Undefined.FirstOrDefault(static u => u.Name == "Deflated") is { } why ? $"What luck alone would make of the best is not known: {why.Reason}." : null;
        Panel.Write(html, "distribution", "Distribution", "How the trials that count are spread: the best of many is high even where none is good.", note, [.. tables]);
    }

    private static Table Bins(string name, string what, Histogram histogram, int decimals) => new Table(name, ">" + what + " from", ">trials").AddAll(
        histogram.Counts.Select(static (n, i) => (n, i)).Where(static b => b.n > 0), b => [Shown.Number(histogram.From + (b.i * histogram.Step), decimals + 1), Shown.Number(b.n)]);

    private void Outside(Html html)
    {
        var m = content.Measure;
        if (content.Validation is { } validation)
        {
            var table = new Table("Best inside, by trial", ">trial", ">times best", ">mean day R inside", ">mean day R outside");
            table.AddAll(
                validation.Choices.GroupBy(content.TrialOf).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).Take(20),
                static g => [Shown.Number(g.Key), Shown.Number(g.Count()), Shown.R(g.Average(static c => c.Inside), 4), Shown.R(g.Average(static c => c.Outside), 4)]);
            var caption = $"{Shown.Number(validation.Choices.Count)} ways to take half of the days: the mean day R of the trial that is best on them, and of the same trial on the other days. PBO {Shown.Number(m.Pbo, 2)}; {Shown.Percent(m.LossOutside)} lose outside; slope {Shown.Number(m.Slope, 2)}.";
            Panel.Write(html, "outside", "Inside and outside", caption, Holdout(), [table, .. HoldoutTable()]);
            return;
        }

        var why = m.Undefined.FirstOrDefault(static u => u.Name == "Pbo")?.Reason ?? (m.Undefined is [var first, ..] ? first.Reason : "nothing was measured");
        Panel.Begin(html, "outside", "Inside and outside", new Caption($"Halves of the days cannot be held against each other: {why}."));
        html.Raw("<p class=\"note\">").Text(Holdout()).Raw("</p>\n");
        foreach (var table in HoldoutTable()) table.Write(html);
        Panel.End(html);
    }

    private string Holdout() =>
        content.Measure.HoldoutOpenedAt is { } at ? FormattableString.Invariant($"Holdout opened on {at:yyyy-MM-dd} for {Counted.Of(content.Measure.HoldoutTrials, "trial")}.")
        : content.Member("holdout") is { } from ? $"Holdout from {from}: not opened. {SweepCommands.OpenHoldout} opens it; that cannot be undone."
        : "The sweep has no holdout: no bars were kept from all trials.";

    private IEnumerable<Table> HoldoutTable()
    {
        if (content.Sweep.Holdout.Count == 0) yield break;
        var inside = content.Lines.ToDictionary(static l => l.Trial.Trial);
        yield return new Table("Holdout", ">trial", ">" + By + " before", ">" + By + " on the holdout", ">trades", ">R", ">mean day R").AddAll(content.Sweep.Holdout, t =>
        [
            Shown.Number(t.Trial), Objective(inside.GetValueOrDefault(t.Trial)?.Objective), t.Error ?? Objective(t.Value(By)), Shown.Number(t.Trades), Shown.R(t.TotalR), Shown.R(t.MeanDayR, 4),
        ]);
    }

    private void Trials(Html html)
    {
        if (content.Lines.Count == 0)
        {
            Panel.WriteSentence(html, "trials", "Trials", "The sweep has no trial.");
            return;
        }

        var listed = content.Shown.OrderByDescending(static l => l.Score).ThenBy(static l => l.Trial.Trial).Concat(content.Lines.Where(static l => l.Objective is null)).Take(MostRows);
        Panel.Begin(html, "trials", "Trials", new Caption($"All trials, the best by {content.Measure.Objective} first."));
        html.Raw("<div class=\"chart\" hidden></div>\n<div class=\"whole\">\n");
        new Table("Trials", [">trial", .. content.Axes.Select(static a => a.Label), ">" + By, ">trades", ">R", ">mean R", ">drawdown R", ">cost share", ">neighbours' median", "counts as"]).AddAll(listed, l =>
        [
            Shown.Number(l.Trial.Trial), .. content.Axes.Select((a, i) => a.Values[l.Places[i]]), Objective(l.Objective), Shown.Number(l.Trial.Trades), Shown.R(l.Trial.TotalR), Shown.R(l.Trial.AverageR, 3),
            Shown.R(-l.Trial.MaxDrawdownR), Shown.Percent(l.Trial.CostShare), Objective(l.Median), l.Trial.Error is { } error ? "failed: " + error : l.State,
        ]).Write(html);
        if (content.Lines.Count > MostRows) html.Raw("<p class=\"note\">").Text($"The first {MostRows.ToString(CultureInfo.InvariantCulture)} of {Shown.Number(content.Lines.Count)}; {SweepCommands.Trials(content.CommandName ?? "NAME")} gives all.").Raw("</p>\n");
        html.Raw("</div>\n");
        Panel.End(html);
    }

    private void Inputs(Html html)
    {
        var m = content.Measure;
        Panel.Begin(html, "inputs", "Sweep and definitions", new Caption("What was varied, and by which formulas this page counts."));
        foreach (var undefined in m.Undefined) html.Raw("<p class=\"note\">").Text($"Not defined: {SweepFigureNames.Of(undefined.Name)}: {undefined.Reason}.").Raw("</p>\n");
        var settings = new Table("Sweep", "key", "value");
        foreach (var key in (string[])["profile", "method", "trials", "seed", "since", "until", "holdout", "set", "where", "objective", "keep", "walk_forward"])
            if (content.Member(key) is { } value) settings.Add(key, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        settings.Write(html);
        new Table("Axes", "axis", ">values", "from", "to").AddAll(content.Axes, static a => [a.Name, Shown.Number(a.Values.Count), a.Values[0], a.Values[^1]]).Write(html);
        new Table("Figures of all trials", "figure", ">value").AddAll<(string Name, string Text)>(
        [
            ("plans ever tried on these bars", Shown.Number(m.TriedEver)), ("mean correlation of two trials", Shown.Number(m.TrialCorrelation, 3)), (SweepFigureNames.EffectiveTrials, Shown.Number(m.EffectiveTrials, 2)), ("deviation of Sharpe a day", Shown.Number(m.SharpeDeviation, 4)),
            ("expected best Sharpe a day", Shown.Number(m.ExpectedBest, 4)), (SweepFigureNames.Deflated, Shown.Number(m.Deflated, 4)), (SweepFigureNames.Deflated + ", effective trials", Shown.Number(m.DeflatedEffective, 4)), (SweepFigureNames.Pbo, Shown.Number(m.Pbo, 4)),
            ("slope of outside on inside", Shown.Number(m.Slope, 2)), (SweepFigureNames.SpaP + " lower, consistent, upper", $"{Shown.Number(m.SpaLower, 3)}, {Shown.Number(m.SpaConsistent, 3)}, {Shown.Number(m.SpaUpper, 3)}"),
        ], static r => [r.Name, r.Text]).Write(html);
        html.Raw("<h3>Definitions</h3>\n<dl class=\"defs\">\n");
        foreach (var definition in SweepDefinitions.All) definition.Write(html);
        html.Raw("</dl>\n");
        Panel.End(html);
    }

    private string Objective(double? value) => Shown.Number(value, content.Decimals);

    private static double Middle(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
