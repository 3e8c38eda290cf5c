using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Dashboard.Tests;

/// <summary>The files of a run, written by hand: lines as runs write them, and as no run would.</summary>
internal sealed class RunFolder(string path)
{
    public const string Header =
        "trade_id,symbol,strategy,side,units,entry_time,entry,stop_loss,target,exit_time,exit,reason,r,pnl,costs,bars_held,mae_r,mfe_r,tag,cost_spread,cost_slippage,cost_commission,risk\n";

    public string Path { get; } = path;

    public string Id => System.IO.Path.GetFileName(Path);

    public static string Trade(int id, double r = 0.5, string tag = "") => string.Create(CultureInfo.InvariantCulture,
        $"{id},EURUSD,orb,long,1000,2026-01-13T07:{id % 60:00}:00Z,1.100000,1.090000,1.110000,2026-01-13T07:{id % 60:00}:30Z,1.105000,TP,{r:0.0000},{r * 100:0.00},1.00,1,-0.1000,0.6000,{tag},0.50,0.50,0.00,100.00\n");

    public static string Decision(int minute, string result = "accepted", string detail = "") => string.Create(CultureInfo.InvariantCulture,
        $"{{\"time\":\"2026-01-13T07:{minute:00}:00Z\",\"symbol\":\"EURUSD\",\"strategy\":\"orb\",\"stage\":\"place\",\"result\":\"{result}\",\"side\":\"long\",\"type\":\"stop\",\"price\":1.1,\"stop_loss\":1.09,\"target\":1.11,\"detail\":\"{detail}\"}}\n");

    public static string Status(string now = "2026-01-13T07:30:00Z", double r = 0) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"ok\":true,\"mode\":\"ws\",\"source\":\"finnhub\",\"interval\":\"1m\",\"since\":\"2026-01-13T07:00:00Z\",\"now\":\"{now}\",\"symbols\":[\"EURUSD\"],\"positions\":[],\"today\":{{\"r_total\":{r:0.0###},\"pnl_total\":0.0,\"by_strategy\":[]}},\"risk\":{{\"halted\":false,\"global_daily_stop_r\":-5.0}},\"costs\":{{\"spread_pips\":0.6,\"slippage_model\":\"none\"}},\"ws\":{{\"connected\":true,\"errors\":0}},\"total\":{{\"r\":0.0,\"pnl\":0.0,\"trades\":0,\"equity\":100000.00,\"max_drawdown_pct\":0.0}},\"pending\":[],\"blocked\":{{}},\"data\":{{}},\"day\":\"2026-01-13\",\"run\":\"first\",\"ledger_hash\":\"\"}}");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public RunFolder Add(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.AppendAllText(this[name], text);
        return this;
    }

    public RunFolder Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    /// <summary>now.json of this process, written at a time.</summary>
    public RunFolder Now(string writtenAt = "2026-01-13T07:30:00.000Z", string state = "running", double r = 0) =>
        Write("now.json", $"{{\"status\":{Status(r: r)},\"written_at\":\"{writtenAt}\",\"pid\":{Environment.ProcessId},\"state\":\"{state}\",\"prices\":[],\"windows\":[],\"limits\":[],\"halts\":[],\"last_trades\":[],\"last_refusals\":[]}}\n");

    /// <summary>The lock of this process on the run, held until it is disposed.</summary>
    public IDisposable Lock()
    {
        var held = new FileStream(this["run.lock.held"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Write("run.lock", $"{{\"pid\":\"{Environment.ProcessId}\",\"host\":\"{Environment.MachineName}\"}}");
        return held;
    }

    /// <summary>A journal of one segment with its first line.</summary>
    public RunFolder Journal(int segment = 1) => segment > 1 ? Add(Segment(segment), "") :
        Add(Segment(1), "{\"n\":1,\"k\":\"start\",\"t\":1768287600000,\"format\":\"axfl-journal-1\",\"run\":\"first\",\"symbols\":\"EURUSD GBPUSD\",\"since\":\"1768287600000\",\"h\":\"00\"}\n");

    public static string Segment(int number) => string.Create(CultureInfo.InvariantCulture, $"journal/{number:000000}.jsonl");

    public static string Tick(long n, string time, double price, int symbol = 0) => string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{n},\"k\":\"tick\",\"t\":{At(time)},\"s\":{symbol},\"p\":{price},\"h\":\"00\"}}\n");

    public static string Bars(long n, string time, double close) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"n\":{n},\"k\":\"bars\",\"t\":{At(time)},\"b\":[[0,1.1,1.2,1.0,{close},5,null,null,null,null,null]],\"h\":\"00\"}}\n");

    /// <summary>A line with a bar of both symbols.</summary>
    public static string BarsOfBoth(long n, string time, double close) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"n\":{n},\"k\":\"bars\",\"t\":{At(time)},\"b\":[[0,1.1,1.2,1.0,{close},5,null,null,null,null,null],[1,1.3,1.4,1.2,{close},5,null,null,null,null,null]],\"h\":\"00\"}}\n");

    public static string Feed(long n, string time, string state) => string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{n},\"k\":\"feed\",\"t\":{At(time)},\"state\":\"{state}\",\"detail\":\"it \\u2028 said\",\"h\":\"00\"}}\n");

    public static long At(string iso) => EventTime.TryParseIso(iso, out var time) ? time : throw new FormatException(iso);
}
