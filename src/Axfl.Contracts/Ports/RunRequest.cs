namespace Axfl.Contracts;

/// <summary>What Start-AxflLivePort and <c>axfl live-port</c> ask for. Paths are absolute; null means: as the sessions file says.</summary>
public sealed record RunRequest
{
    /// <summary><c>replay</c> or <c>ws</c>.</summary>
    public string Mode { get; init; } = "replay";

    /// <summary>Sessions file; null: the shipped one.</summary>
    public string? SessionsPath { get; init; }

    /// <summary>Text of a sessions file that is at hand: no file is read; null: <see cref="SessionsPath"/>.</summary>
    public SessionsText? SessionsText { get; init; }

    /// <summary>Profile; default <c>portfolio</c>.</summary>
    public string Profile { get; init; } = "portfolio";

    /// <summary>Single overrides, <c>risk.max_open_positions=3</c> or <c>strategies.lsg.params.sweep_pips=4</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Overrides <c>source</c>.</summary>
    public string? Source { get; init; }

    /// <summary>A folder, files, or <c>SYMBOL=path</c>; overrides <c>data_dir</c>.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>Zone of csv times that have none: IANA, <c>UTC+02:00</c>, or IANA with hours, <c>America/New_York+7</c>; null: the dialect's own.</summary>
    public string? DataTimezone { get; init; }

    /// <summary>Names of the csv columns in order, separated by commas; null: detected.</summary>
    public string? DataColumns { get; init; }

    /// <summary>Form of csv's times: <c>iso</c>, <c>unix</c>, <c>unix_ms</c> or a pattern such as <c>dd/MM/yyyy HH:mm</c>; null: detected.</summary>
    public string? DataTimeFormat { get; init; }

    /// <summary>Whether a file is read of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    public bool AllowRejected { get; init; }

    /// <summary>Overrides every spread, pips.</summary>
    public double? SpreadPips { get; init; }

    /// <summary>First traded time, inclusive, UTC; null: as early as the data allow after warm-up.</summary>
    public DateTime? Since { get; init; }

    /// <summary>End, exclusive, UTC; null: the end of the data.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Output directory; null: <c>logs</c> in <see cref="WorkingDirectory"/>.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>Directory against which relative defaults are resolved.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>Run id; null: made from profile and time. With <see cref="Resume"/>: the run to go on with; null: the newest live run.</summary>
    public string? RunId { get; init; }

    /// <summary>Live: goes on with a run that ended or was killed. Plan and symbols are those of its run directory; the file is not read again.</summary>
    public bool Resume { get; init; }

    /// <summary>Live: stops at the end of the last session window of the day in which it was started.</summary>
    public bool StopAtSessionEnd { get; init; }

    /// <summary>Whether each status comes with its line of JSON (<see cref="StatusEvent.Json"/>), for a program that prints the lines. Default: false.</summary>
    public bool StatusJson { get; init; }

    /// <summary>
    /// Live: address of the feed's server (<c>ws://host:port</c>, <c>wss://</c>, <c>http://</c> or <c>https://</c>); null: the provider's own, of a run that is
    /// resumed the one it began with.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// Live: address of the history server; null: that of <see cref="Endpoint"/> where given, else each provider's own; of a run that is resumed the one it
    /// began with.
    /// </summary>
    public string? HistoryEndpoint { get; init; }

    /// <summary>Live: whether a key may be sent over plain <c>ws</c> or <c>http</c> to another machine than this. Default false: refused (<c>FeedEndpointPlain</c>).</summary>
    public bool AllowPlain { get; init; }

    /// <summary>Replay: the ledger hash that it must have, being a trial run again; another one fails the run (<c>TrialNotReproduced</c>). Null: any.</summary>
    public string? ExpectedLedger { get; init; }

    /// <summary>Replay speed as a multiple of event time; 0: as fast as possible.</summary>
    public double Speed { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks).</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];

    /// <summary>Reads a secret of a vault by its name, before the run starts; null: there is no vault. Gives null, or throws, for one that is not there.</summary>
    public Func<string, Secret?>? Vault { get; init; }

    /// <summary>Whether orders that gates block are sent as verbose notices.</summary>
    public bool Verbose { get; init; }
}

/// <summary>A sessions file as text.</summary>
/// <param name="Path">Path for messages.</param>
/// <param name="Folder">Folder against which its paths are resolved, absolute.</param>
/// <param name="Text">The text.</param>
public sealed record SessionsText(string Path, string Folder, string Text)
{
    /// <summary>The instruments.yaml beside it; null: the shipped one.</summary>
    public string? Instruments { get; init; }

    /// <summary>The tuned.yaml beside it; null: the shipped one.</summary>
    public string? Tuned { get; init; }

    /// <summary>Texts of the news calendars that its plans name, by absolute path; one that is not among them is read from its file.</summary>
    public IReadOnlyDictionary<string, string> Calendars { get; init; } = new Dictionary<string, string>();
}
