namespace Axfl.Runs.Journal;

/// <summary>
/// Kinds of lines of a journal (member <c>k</c>). Inputs change the run and give its results again; results follow from them and are there to be
/// compared; notes change nothing.
/// </summary>
public static class JournalKind
{
    /// <summary>First line: run, version, plan, symbols.</summary>
    public const string Start = "start";

    /// <summary>Input: a price as the feed gave it.</summary>
    public const string Tick = "tick";

    /// <summary>Input: time has come to a point; bars that are due close.</summary>
    public const string Clock = "clock";

    /// <summary>Input: bars of one open time from history, for warm-up or a gap.</summary>
    public const string History = "history";

    /// <summary>Input: a symbol's bars are complete up to a time, from history or because history has no more.</summary>
    public const string Repaired = "repaired";

    /// <summary>Input: prices of a symbol may be missing from now on.</summary>
    public const string Lost = "lost";

    /// <summary>Input: the feed says that a symbol's price is old, or fresh again.</summary>
    public const string Stale = "stale";

    /// <summary>Input: what is added to the clock of the machine, since the prices of all symbols say that it is wrong.</summary>
    public const string Skew = "skew";

    /// <summary>Input: the files of the news calendar have changed; their events, the last line of them <c>on</c>.</summary>
    public const string Calendar = "calendar";

    /// <summary>Result: bars made of ticks.</summary>
    public const string Bars = "bars";

    /// <summary>Result: a decision on an order.</summary>
    public const string Order = "order";

    /// <summary>Result: a closed trade.</summary>
    public const string Trade = "trade";

    /// <summary>Result: a halt began or ended.</summary>
    public const string Halt = "halt";

    /// <summary>Note: the feed's state.</summary>
    public const string Feed = "feed";

    /// <summary>Note: a frame that was not used.</summary>
    public const string Rejected = "rejected";

    /// <summary>Note: a process took the run up again.</summary>
    public const string Resume = "resume";

    /// <summary>Note: a process ended in order.</summary>
    public const string Stop = "stop";

    /// <summary>Note: what the run says can be shown nowhere; it goes on.</summary>
    public const string Console = "console";

    /// <summary>All of them, the frequent ones first.</summary>
    internal static readonly string[] All =
    [
        Tick, Clock, Bars, Order, Trade, Stale, Lost, History, Repaired, Halt, Feed, Rejected, Start, Resume, Stop, Skew, Calendar, Console,
    ];

    /// <summary>Whether a kind is a result.</summary>
    public static bool IsResult(string kind) => kind is Bars or Order or Trade or Halt;
}
