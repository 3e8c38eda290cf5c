using Axfl.Data.Markets;

namespace Axfl.Data.Dialects;

/// <summary>What the names of columns mean; only letters count, in any case (<c>&lt;OPEN&gt;</c>, <c>Bid Open</c>, <c>bid_o</c>).</summary>
internal sealed class ColumnNames
{
    private static readonly string[] Times =
    [
        "time", "datetime", "date", "timestamp", "gmttime", "localtime", "utc", "utctime", "timeutc", "datetimeutc", "opentime", "opentimeutc", "dateandtime", "dtyyyymmdd", "gmt", "ts", "unix",
        "unixtime", "unixtimestamp", "epoch", "bartime",
    ];

    private static readonly string[] Dates = ["date", "dtyyyymmdd", "localdate", "gmtdate"];
    private static readonly string[] TimesOfDay = ["time", "timeofday", "hour"];
    private static readonly string[] Volumes = ["volume", "tickvolume", "tickvol", "vol", "v", "volumes", "tickqty"];
    private static readonly string[] Symbols = ["symbol", "ticker", "instrument", "pair", "currencypair"];
    private static readonly string[][] PriceNames = [["open", "o"], ["high", "h"], ["low", "l"], ["close", "c"]];

    private readonly string[] _names;

    /// <param name="names">Names as they stand.</param>
    public ColumnNames(IReadOnlyList<string> names)
    {
        _names = [.. names.Select(Clean)];
        Time = Find(Times);
        if (Time < 0) Time = Array.FindIndex(_names, n => n.StartsWith("time", StringComparison.Ordinal) || n.StartsWith("datetime", StringComparison.Ordinal));
        if (Time < 0 && _names[0] is "" or "unnamed") Time = 0;
        var date = Find(Dates);
        var time = Find(TimesOfDay);
        if (date >= 0 && time >= 0) (Time, TimeOfDay) = (date, time);
        int[] plain = ColumnsOf(p => Find(p));
        int[] mid = SideOf("mid");
        Mid = !AreAllThere(plain) && AreAllThere(mid) ? mid : plain;
        Bid = SideOf("bid");
        Ask = SideOf("ask");
        Volume = Find(Volumes);
        Symbol = Find(Symbols);
    }

    /// <summary>Column of the time, or of the date beside <see cref="TimeOfDay"/>; -1: none.</summary>
    public int Time { get; }

    /// <summary>Column of the time of day; -1: none.</summary>
    public int TimeOfDay { get; } = -1;

    /// <summary>Open, high, low, close of one price; -1 where there is none.</summary>
    public int[] Mid { get; }

    /// <summary>The same of the bid.</summary>
    public int[] Bid { get; }

    /// <summary>The same of the ask.</summary>
    public int[] Ask { get; }

    /// <summary>Column of the volume; -1: none.</summary>
    public int Volume { get; }

    /// <summary>Column of the symbol; -1: none.</summary>
    public int Symbol { get; }

    /// <summary>Whether there are one price, both sides, or all.</summary>
    public bool HasPrices => HasMid || HasSides;

    /// <summary>Whether there is one price.</summary>
    public bool HasMid => AreAllThere(Mid);

    /// <summary>Whether there are both sides.</summary>
    public bool HasSides => AreAllThere(Bid) && AreAllThere(Ask);

    /// <summary>The columns of prices, and of the sides.</summary>
    public (int[] Prices, SideColumns? Sides) Prices => (HasMid ? Mid : Bid, HasSides ? new SideColumns(Bid, Ask, HasMid) : null);

    /// <summary>The cleaned name of a column.</summary>
    public string this[int column] => _names[column];

    /// <summary>Whether a column of that cleaned name is there.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whether a column is the volume's.</summary>
    public bool IsVolume(int column) => Volumes.Contains(_names[column]);

    /// <summary>A name with a meaning that comes twice; null: none does.</summary>
    public static string? Twice(IReadOnlyList<string> names)
    {
        var columns = new ColumnNames(names);
        foreach (var used in (int[][])[[columns.Time, columns.TimeOfDay, columns.Volume], columns.Mid, columns.Bid, columns.Ask])
            foreach (var column in used)
                if (column >= 0 && columns._names[column] is { Length: > 0 } name && columns._names.Count(n => n == name) > 1) return name;
        return null;
    }

    /// <summary>What is needed and not named.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<string> names)
    {
        var columns = new ColumnNames(names);
        if (columns.Time < 0) yield return "time";
        if (columns.HasPrices) yield break;
        for (var i = 0; i < 4; i++)
            if (columns.Mid[i] < 0) yield return PriceNames[i][0];
    }

    /// <summary>The zone that a name has in brackets, as in <c>Time (EET)</c>; null: none.</summary>
    public static DataZone? ZoneIn(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal), close = name.IndexOf(')', StringComparison.Ordinal);
        return open >= 0 && close > open ? DataZone.TryFind(name[(open + 1)..close].Trim()) : null;
    }

    private static int[] ColumnsOf(Func<string[], int> find)
    {
        var columns = new int[PriceNames.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = find(PriceNames[i]);
        return columns;
    }

    private static bool AreAllThere(int[] columns)
    {
        foreach (var column in columns)
            if (column < 0) return false;
        return true;
    }

    private static string Clean(string name) => new([.. name.ToLowerInvariant().Where(char.IsAsciiLetter)]);

    // Open, high, low, close of a side: bid open, bid_o, open bid.
    private int[] SideOf(string side) => ColumnsOf(p => Find(side + p[0], side + p[1], p[0] + side));

    private int Find(params string[] wanted)
    {
        foreach (var name in wanted)
            if (Array.IndexOf(_names, name) is >= 0 and var at) return at;
        return -1;
    }
}
