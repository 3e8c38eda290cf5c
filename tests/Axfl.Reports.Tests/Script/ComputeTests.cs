using System.Globalization;
using Axfl.Reports.Numbers;
using Axfl.Research.Randomness;

namespace Axfl.Reports.Tests.Script;

/// <summary>The rest of what the page computes, against the runtime.</summary>
public sealed class ComputeTests(YearRun year) : IClassFixture<YearRun>, IDisposable
{
    private readonly PageScript _page = new(year.Report);

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Unpacked_bars_are_the_bars()
    {
        var bars = year.Report.Data.GetProperty("bars");
        for (var symbol = 0; symbol < bars.GetArrayLength(); symbol++)
        {
            var expected = year.Report.Bars(symbol);
            var parts = bars[symbol].GetProperty("parts").EnumerateArray().Select(p => $"Axfl.bars({_page.Bytes(p.GetString()!)}, {bars[symbol].GetProperty("step")})");
            _page.Run($"var b = Axfl.joined([{string.Join(',', parts)}]), scale = {bars[symbol].GetProperty("scale")}; var sums = [0, 0, 0, 0, 0]; for (let i = 0; i < b.n; i++) [b.time[i] * 1000, b.open[i] / scale, b.high[i] / scale, b.low[i] / scale, b.close[i] / scale].forEach((v, k) => {{ sums[k] += v * (i % 97 + 1); }});");
            Assert.Equal(expected.Length, _page.Of("b.n").GetInt32());
            double[] sums = new double[5];
            for (var i = 0; i < expected.Length; i++)
            {
                double weight = i % 97 + 1;
                sums[0] += expected[i].Time * weight;
                sums[1] += expected[i].Open * weight;
                sums[2] += expected[i].High * weight;
                sums[3] += expected[i].Low * weight;
                sums[4] += expected[i].Close * weight;
            }

            Assert.Equal(sums, _page.Of("sums").EnumerateArray().Select(v => v.GetDouble()));
            foreach (var i in (int[])[0, 1, expected.Length / 2, expected.Length - 1])
                Assert.Equal([expected[i].Time, expected[i].Open, expected[i].High, expected[i].Low, expected[i].Close], _page.Of($"[b.time[{i}] * 1000, b.open[{i}] / scale, b.high[{i}] / scale, b.low[{i}] / scale, b.close[{i}] / scale]").EnumerateArray().Select(v => v.GetDouble()));
        }
    }

    [Theory]
    [InlineData("0123456789abcdef", "report", 0, 20)]
    [InlineData("fedcba9876543210", "report", 999, 262)]
    [InlineData("ffffffffffffffff", "a name so long that it takes more than one block of the hash to hold it all, and then some", 7, 1000)]
    public void Days_are_drawn_as_the_runtime_draws_them(string seed, string name, int draw, int days)
    {
        var expected = new int[days];
        StationaryBootstrap.Draw(seed, name, draw, expected);
        Assert.Equal(expected, _page.Of($"Array.from(Axfl.draw('{seed}', '{name}', {draw}, {days}, []))").EnumerateArray().Select(v => v.GetInt32()));
    }

    [Fact]
    public void Resamplings_are_those_of_the_runtime()
    {
        var expected = year.Content.Resampling!;
        _page.Run("var x = Axfl.resample(T, all, days, D.seed, T.r, 24);");
        var actual = _page.Of("x");
        Assert.Equal(expected.At, actual.GetProperty("at").EnumerateArray().Select(v => v.GetInt32()));
        for (var band = 0; band < 5; band++) Same.Numbers(expected.Bands[band], actual.GetProperty("bands")[band], "band");
        Same.Numbers([.. expected.Run], actual.GetProperty("run"), "run");
        Same.Numbers(expected.End, actual.GetProperty("end"), "end");
        Same.Numbers(expected.Drawdown, actual.GetProperty("fall"), "drawdown");
        Same.Number(expected.BelowZero, actual.GetProperty("belowZero"), "below zero");
        Same.Numbers([expected.Expectancy!.Value.Low, expected.Expectancy.Value.High], actual.GetProperty("mean"), "expectancy");
    }

    [Fact]
    public void Resampling_needs_twenty_days_a_trade_and_a_seed()
    {
        Assert.Equal("null", _page.Of("Axfl.resample(T, all, days.slice(0, 19), D.seed, T.r)").GetRawText());
        Assert.Equal("null", _page.Of("Axfl.resample(T, [], days, D.seed, T.r)").GetRawText());
        Assert.Equal("null", _page.Of("Axfl.resample(T, all, days, null, T.r)").GetRawText());
    }

    [Fact]
    public void Gates_cost_and_save_what_the_shadows_say()
    {
        var groups = year.Content.Refusals.Where(r => r.Gate.Length > 0).GroupBy(r => r.Gate).ToDictionary(g => g.Key, ShadowSum.Of);
        _page.Run("var gates = Axfl.gates(F, F.gate.map((_, i) => i), D.gates.length).map(g => ({ ...g, name: D.gates[g.gate] }));");
        Assert.NotEmpty(groups);
        foreach (var gate in _page.Of("gates").EnumerateArray())
        {
            var expected = groups.GetValueOrDefault(gate.GetProperty("name").GetString()!);
            Assert.Equal((expected.Refused, expected.Filled, expected.Overlapping, expected.Won), (gate.GetProperty("refused").GetInt32(), gate.GetProperty("filled").GetInt32(), gate.GetProperty("overlapping").GetInt32(), gate.GetProperty("won").GetInt32()));
            // Results of shadows are packed with four decimals.
            Assert.Equal(expected.SumR, gate.GetProperty("sum").GetDouble(), 0.00005 * Math.Max(1, expected.Filled));
            if (expected.Filled < ShadowSum.Fewest) continue;
            Assert.Equal(2 * expected.HalfInterval!.Value, gate.GetProperty("interval")[1].GetDouble() - gate.GetProperty("interval")[0].GetDouble(), 1e-3);
            Assert.Equal(expected.Verdict, gate.GetProperty("verdict").GetString());
        }
    }

    [Fact]
    public void Counts_by_day_give_what_refusals_one_by_one_give()
    {
        _page.Run("""
            var by = new Map();
            F.gate.forEach((gate, i) => {
              if (gate < 0) return;
              const r = F.shadow[i] === 1 ? F.shadow_r[i] : 0, key = gate + " " + F.strategy[i], row = by.get(key) || { gate, strategy: F.strategy[i], n_: 0, filled: 0, won: 0, sum_r: 0, sum_r2: 0 };
              row.n_++; row.filled += F.shadow[i] === 1 ? 1 : 0; row.won += r > 1e-9 ? 1 : 0; row.sum_r += r; row.sum_r2 += r * r;
              by.set(key, row);
            });
            var rows = [...by.values()], C = { n: rows.length };
            for (const k of Object.keys(rows[0])) C[k] = rows.map(r => r[k]);
            C.cause = C.gate;
            var one = Axfl.gates(F, F.gate.map((_, i) => i), D.gates.length), counted = Axfl.gates(C, rows.map((_, i) => i), D.gates.length);
            """);
        foreach (var key in (string[])["refused", "filled", "won"]) Assert.Equal(_page.Of($"one.map(g => g.{key})").GetRawText(), _page.Of($"counted.map(g => g.{key})").GetRawText());
        Same.Numbers([.. _page.Of("one.map(g => g.sum)").EnumerateArray().Select(v => v.GetDouble())], _page.Of("counted.map(g => g.sum)"), "sum");
        Assert.Equal(year.Content.Refusals.Count(r => r.Gate.Length > 0), _page.Of("Axfl.refused(C, rows.map((_, i) => i)).reduce((a, r) => a + r.n, 0)").GetInt32());
    }

    [Fact]
    public void Bounds_of_undecided_trades_are_those_of_the_data()
    {
        var expected = year.Report.Data.GetProperty("undecided");
        var actual = _page.Of("Axfl.undecided(T, all)");
        Assert.Equal(expected.GetProperty("trades").GetInt32(), actual.GetProperty("n").GetInt32());
        Assert.Equal(expected.GetProperty("worst_r").GetDouble(), actual.GetProperty("worst").GetDouble(), 1e-3);
        Assert.Equal(expected.GetProperty("best_r").GetDouble(), actual.GetProperty("best").GetDouble(), 1e-3);
    }

    [Fact]
    public void Thinning_keeps_the_ends_and_the_peaks_of_every_pixel_column()
    {
        _page.Run("""
            var n = 20000, x = [], y = [], v = 0, u = Axfl.stream("walk");
            for (let i = 0; i < n; i++) { x.push(i + u()); y.push(v += u() - 0.5); }
            var kept = Axfl.thin(x, y, x[0], x[n - 1], 300), inside = new Set(kept), lost = 0;
            for (let c = 0; c <= 300; c++) {
              const column = x.map((_, i) => i).filter(i => Math.floor((x[i] - x[0]) / (x[n - 1] - x[0]) * 300) === c);
              if (!column.length) continue;
              const low = Math.min(...column.map(i => y[i])), high = Math.max(...column.map(i => y[i]));
              if (!column.some(i => inside.has(i) && y[i] === low) || !column.some(i => inside.has(i) && y[i] === high) || !inside.has(column[0]) || !inside.has(column[column.length - 1])) lost++;
            }
            """);
        Assert.Equal(0, _page.Of("lost").GetInt32());
        Assert.InRange(_page.Of("kept.length").GetInt32(), 300, 1204);
        Assert.True(_page.Of("kept.every((k, i) => !i || k > kept[i - 1])").GetBoolean());
    }

    [Fact]
    public void Candles_of_pixel_columns_span_their_bars()
    {
        _page.Run("""
            var u = Axfl.stream("bars"), n = 1000, b = { n, time: [], open: [], high: [], low: [], close: [] };
            for (let i = 0; i < n; i++) { const o = u(), c = u(); b.open.push(o); b.close.push(c); b.high.push(Math.max(o, c) + u()); b.low.push(Math.min(o, c) - u()); }
            var cs = Axfl.candles(b, 100, 900, 77);
            var wrong = cs.filter(c => c.high !== Math.max(...b.high.slice(c.from, c.to)) || c.low !== Math.min(...b.low.slice(c.from, c.to)) || c.open !== b.open[c.from] || c.close !== b.close[c.to - 1]).length;
            """);
        Assert.Equal(0, _page.Of("wrong").GetInt32());
        Assert.Equal((100, 900), (_page.Of("cs[0].from").GetInt32(), _page.Of("cs[cs.length - 1].to").GetInt32()));
        Assert.True(_page.Of("cs.length").GetInt32() <= 78);
    }

    [Theory]
    [InlineData("Axfl.inR(-172.444)", "−172.44R")]
    [InlineData("Axfl.inR(0.3, 3)", "+0.300R")]
    [InlineData("Axfl.inR(-0.001)", "0.00R")]
    [InlineData("Axfl.inR(null)", "-")]
    [InlineData("Axfl.number(1234567.891, 2)", "1,234,567.89")]
    [InlineData("Axfl.number(-1000)", "−1,000")]
    [InlineData("Axfl.percent(0.37051)", "37.1\u00a0%")]
    [InlineData("Axfl.moment(1736150400)", "2025-01-06 08:00")]
    [InlineData("Axfl.moment(-60)", "1969-12-31 23:59")]
    public void Numbers_and_times_are_written_as_everywhere(string expression, string text) => Assert.Equal(text, _page.Of(expression).GetString());

    [Fact]
    public void The_sentence_is_that_of_the_page_without_script() =>
        Assert.Contains($"<p id=\"sentence\">{_page.Of("Axfl.sentence(T, all, false, D.run.currency)").GetString()}</p>", year.Report.Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ s: '__proto__', y: '<img>', d: 'up', f: '2025-02-30', e: 'x' }", """{"strategy":-1,"symbol":-1,"side":0,"from":null,"to":null}""")]
    [InlineData("{ s: 'orb', y: 'XAUUSD', d: 'short', f: '2025-02-28' }", """{"strategy":1,"symbol":2,"side":-1,"from":20147,"to":null}""")]
    public void What_an_address_names_that_is_not_there_filters_nothing(string view, string filter) => Assert.Equal(filter, _page.Of($"Axfl.filterOf({view}, D.strategies, names)").GetRawText());

    [Fact]
    public void Style_and_script_stay_below_eighty_kilobytes()
    {
        var size = 0L;
        foreach (var name in (string[])["page.css", "compute.js", "charts.js", "page.js"])
        {
            using var stream = typeof(ReportMaker).Assembly.GetManifestResourceStream(name)!;
            size += stream.Length;
        }

        Assert.True(size < 80_000, size.ToString(CultureInfo.InvariantCulture));
    }
}
