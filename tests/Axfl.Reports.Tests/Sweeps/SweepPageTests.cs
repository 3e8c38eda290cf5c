using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Axfl.Contracts;
using Axfl.Reports.Page;

namespace Axfl.Reports.Tests.Sweeps;

/// <summary>The page of a sweep as a file.</summary>
public sealed class SweepPageTests : IDisposable
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&\u2028";

    private readonly StoredSweeps _sweeps = new();

    public void Dispose() => _sweeps.Dispose();

    [Fact]
    public void Twice_the_same_content_in_any_culture()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var text = _sweeps.Report();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(text, _sweeps.Report());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_policy_names_the_hashes_and_nothing_is_loaded()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var text = _sweeps.Report();
        var policy = Regex.Match(text, "<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").Groups[1].Value;
        var style = Regex.Match(text, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var script = Assert.Single(Regex.Matches(text, "<script>(.*?)</script>", RegexOptions.Singleline)).Groups[1].Value;
        Assert.Equal($"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        foreach (Match address in Regex.Matches(text, "https?:[^\"'` )<]*")) Assert.Equal("http://www.w3.org/2000/svg", address.Value);
        Assert.DoesNotMatch("(?i)@import|\\burl\\(|\\bfetch\\(|XMLHttpRequest|WebSocket|EventSource|importScripts|\\beval\\(", text);
        Assert.DoesNotMatch("(?i)<[^>]*\\s(src|href|style|on[a-z]+)\\s*=", StoredSweeps.Body(text));
        Assert.DoesNotContain(_sweeps.Folder, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Style_and_script_stay_below_eighty_kilobytes() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(PageAssets.Sweep.Style) + Encoding.UTF8.GetByteCount(PageAssets.Sweep.Script), 1, 79_999);

    [Fact]
    public void Its_numbers_are_those_of_the_measure()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var (text, m) = (_sweeps.Report(), _sweeps.Measure());
        var measure = StoredSweeps.Data(text).GetProperty("measure");
        Assert.Equal((m.Deflated, m.Pbo, m.SpaConsistent, m.ExpectedBest, m.Slope), (Of("deflated"), Of("pbo"), Of("spa"), Of("expected_best"), Of("slope")));
        Assert.Equal((m.Best!.Trial, m.Recommended!.Trial, m.Best.DaySharpe, m.Best.NeighbourMedian), ((int)Of("best")!, (int)Of("recommended")!, Of("best_sharpe"), Of("best_median")));
        var body = StoredSweeps.Body(text);
        Assert.Contains($"<dd data-n=\"deflated\">{Shown.Number(m.Deflated, 2)}</dd>", body, StringComparison.Ordinal);
        Assert.Contains($"<dd data-n=\"pbo\">{Shown.Number(m.Pbo, 2)}</dd>", body, StringComparison.Ordinal);
        Assert.Contains($"<dd data-n=\"best\">trial {m.Best.Trial}</dd>", body, StringComparison.Ordinal);
        Assert.Contains(new Html().Text(m.Text).ToString(), body, StringComparison.Ordinal);
        Assert.Contains("20 trials, 20 of them counted, over 200 trading days; 20 plans ever tried", body, StringComparison.Ordinal);
        Assert.Contains($"axfl sweep export made --trial {m.Best.Trial} --to made-{m.Best.Trial}.yaml", body, StringComparison.Ordinal);
        Assert.Contains("The sweep file has no walk_forward", body, StringComparison.Ordinal);

        double? Of(string name) => measure.GetProperty(name) is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetDouble() : null;
    }

    [Fact]
    public void The_windows_of_the_last_walk_forward_are_shown()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes(), definition: StoredSweeps.WalkedGrid);
        Assert.Contains("The walk-forward of the sweep file was not run", StoredSweeps.Body(_sweeps.Report()), StringComparison.Ordinal);
        _sweeps.Walk(StoredSweeps.HashOf(StoredSweeps.WalkedGrid));
        var text = _sweeps.Report();
        var (body, windows) = (StoredSweeps.Body(text), StoredSweeps.Data(text).GetProperty("windows"));
        Assert.Contains("<td class=\"n\">7</td>", body, StringComparison.Ordinal);
        Assert.Contains("2024-10-04 to 2024-11-02", body, StringComparison.Ordinal);
        Assert.Contains("no trial has 10 trades", body, StringComparison.Ordinal);
        Assert.DoesNotContain("another sweep file", body, StringComparison.Ordinal);
        Assert.Equal((2, 1.25, "1: 2024-10-04 to 2024-11-02"), (windows.GetArrayLength(), windows[0].GetProperty("r").GetDouble(), windows[0].GetProperty("label").GetString()));
        _sweeps.Walk("hash of another file");
        Assert.Contains("It was run with another sweep file", StoredSweeps.Body(_sweeps.Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_values_and_errors_stay_text()
    {
        var value = System.Text.Json.JsonSerializer.Serialize(Hostile);
        _sweeps.Fill([$"{{{value}:{value}}}", $"{{{value}:\"b\"}}", $"{{{value}:\"c\"}}"], name: "<b>" + Hostile.Replace("/", "", StringComparison.Ordinal), edit: static (row, i) =>
            i == 2 ? row with { State = "failed", Error = Hostile, Metrics = null, LedgerHash = null, Days = null, R = null } : row);
        var text = _sweeps.Report("<b>" + Hostile.Replace("/", "", StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(text, "<script"));
        Assert.Equal(2, Regex.Count(text, "</script"));
        Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u2028', text);
        Assert.DoesNotContain("axfl sweep export", StoredSweeps.Body(text), StringComparison.Ordinal);
        Assert.Equal(Hostile, StoredSweeps.Data(text).GetProperty("errors").GetProperty("3").GetString());
    }

    [Fact]
    public void Failed_trials_are_counted_with_their_reason()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes(), edit: static (row, i) => i < 3 ? row with { State = "failed", Error = "no price", Metrics = null, LedgerHash = null, Days = null, R = null } : i == 3 ? null : row);
        var body = StoredSweeps.Body(_sweeps.Report());
        Assert.Contains("3 trials failed: no price", body, StringComparison.Ordinal);
        Assert.Contains("1 not run yet", body, StringComparison.Ordinal);
        Assert.Contains("failed: no price", body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_trial_has_its_numbers_and_a_sentence_in_place_of_what_needs_more()
    {
        _sweeps.Fill(["""{"a":1}"""]);
        var body = StoredSweeps.Body(_sweeps.Report());
        Assert.Contains("No axis has more than one value", body, StringComparison.Ordinal);
        Assert.Contains("cannot be held against each other: one trial", body, StringComparison.Ordinal);
        Assert.Contains("<dd data-n=\"best\">trial 1</dd>", body, StringComparison.Ordinal);
        Assert.Contains("No trial has neighbours", body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_axis_is_one_row()
    {
        _sweeps.Fill([.. Enumerable.Range(0, 6).Select(static i => $$"""{"a":{{i}}}""")]);
        Assert.Contains("One axis</h2>", StoredSweeps.Body(_sweeps.Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_trial_that_is_done_each_panel_says_why_it_is_empty()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes(), edit: static (_, _) => null);
        var body = StoredSweeps.Body(_sweeps.Report());
        Assert.Equal(5, Regex.Count(body, "No trial counts: no trial is done"));
        Assert.Contains("No verdict", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_or_store_that_is_not_there_is_named()
    {
        Assert.Equal("StoreNotFound", Assert.Throws<AxflException>(() => _sweeps.Report()).ErrorId);
        _sweeps.Fill(StoredSweeps.TwoAxes());
        Assert.Equal("SweepNotFound", Assert.Throws<AxflException>(() => _sweeps.Report("other")).ErrorId);
        Assert.Empty(Directory.GetFiles(_sweeps.Folder, "*.html"));
    }

    [Fact]
    public void Another_file_is_replaced_only_when_asked_to()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var path = Path.Combine(_sweeps.Folder, "mine.html");
        File.WriteAllText(path, "mine");
        Assert.Equal("ReportFileExists", Assert.Throws<AxflException>(() => _sweeps.Report(path: path)).ErrorId);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.StartsWith("<!DOCTYPE html>", _sweeps.Report(path: path, force: true), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", _sweeps.Report(path: path), StringComparison.Ordinal);
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
