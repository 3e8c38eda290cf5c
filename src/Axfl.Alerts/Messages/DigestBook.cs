using System.Globalization;
using System.Net;
using System.Text;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Messages;

/// <summary>Counts what a digest sums up: since the last one.</summary>
internal sealed class DigestBook
{
    private readonly SortedDictionary<string, int> _blocked = new(StringComparer.Ordinal);
    private int _trades, _wins, _outages;
    private double _r, _pnl, _costs;
    private long _outageMs, _lostAt = long.MinValue;

    /// <summary>A trade was closed.</summary>
    public void Add(double r, double pnl, double costs)
    {
        _trades++;
        if (Prices.Above(r, 0)) _wins++;
        (_r, _pnl, _costs) = (_r + r, _pnl + pnl, _costs + costs);
    }

    /// <summary>A gate blocked an entry.</summary>
    public void Blocked(string gate) => _blocked[gate] = _blocked.GetValueOrDefault(gate) + 1;

    /// <summary>The feed is lost.</summary>
    public void Lost(long time)
    {
        if (_lostAt != long.MinValue) return;
        (_lostAt, _outages) = (time, _outages + 1);
    }

    /// <summary>The feed is back.</summary>
    public void Back(long time)
    {
        if (_lostAt == long.MinValue) return;
        _outageMs += Math.Max(0, time - _lostAt);
        _lostAt = long.MinValue;
    }

    /// <summary>The digest up to a time; the next one counts from there.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Of what.</param>
    /// <param name="now">Unix ms.</param>
    public Alert Take(string id, string title, long now)
    {
        var isLost = _lostAt != long.MinValue;
        Back(now);
        (string Name, string Value)[] rows =
        [
            ("trades", Text($"{_trades}, {_wins} won")), ("R", Text($"{_r:+0.00;-0.00;0.00}")), ("PnL", Text($"{_pnl:+0.00;-0.00;0.00}")), ("costs", Text($"{_costs:0.00}")),
            ("blocked", _blocked.Count == 0 ? "none" : string.Join(", ", _blocked.Select(b => Text($"{b.Key} {b.Value}")))),
            ("feed outages", _outages == 0 ? "none" : Text($"{_outages}, {_outageMs / 1000.0:0} s{(isLost ? ", one goes on" : "")}")),
        ];
        var alert = new Alert(id, AlertEvents.Digest, now, string.Join('\n', rows.Select(r => $"{r.Name}: {r.Value}").Prepend(title)), new AlertFacts
        {
            Action = "digest", Trades = _trades, R = Math.Round(_r, 4), Pnl = Math.Round(_pnl, 2), Costs = Math.Round(_costs, 2), Blocked = new SortedDictionary<string, int>(_blocked, StringComparer.Ordinal),
            Outages = _outages, OutageS = _outageMs / 1000.0,
        })
        { Html = Html(title, rows) };
        _blocked.Clear();
        (_trades, _wins, _outages, _r, _pnl, _costs, _outageMs) = (0, 0, 0, 0, 0, 0, 0);
        if (isLost) Lost(now);
        return alert;
    }

    private static string Html(string title, IEnumerable<(string Name, string Value)> rows)
    {
        var html = new StringBuilder("<h3>").Append(WebUtility.HtmlEncode(title)).Append("</h3><table>");
        foreach (var (name, value) in rows)
            html.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td><b>").Append(WebUtility.HtmlEncode(value)).Append("</b></td></tr>");
        return html.Append("</table>").ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
