namespace Axfl.Contracts;

/// <summary>What Start-AxflLivePort and <c>axfl live-port</c> ask for. Paths are absolute; null means: as the sessions file says.</summary>
public sealed record RunRequest
{
    /// <summary><c>replay</c>.</summary>
    public string Mode { get; init; } = "replay";

    /// <summary>Sessions file; null: the shipped one.</summary>
    public string? SessionsPath { get; init; }

    /// <summary>Profile; default <c>portfolio</c>.</summary>
    public string Profile { get; init; } = "portfolio";

    /// <summary>Single overrides, <c>risk.max_open_positions=3</c> or <c>strategies.lsg.params.sweep_pips=4</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Overrides <c>source</c>.</summary>
    public string? Source { get; init; }

    /// <summary>A folder, files, or <c>SYMBOL=path</c>; overrides <c>data_dir</c>.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>IANA zone of csv times that have none; null: the dialect's own.</summary>
    public string? DataTimezone { get; init; }

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

    /// <summary>Run id; null: made from profile and time.</summary>
    public string? RunId { get; init; }

    /// <summary>Replay speed as a multiple of event time; 0: as fast as possible.</summary>
    public double Speed { get; init; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    public IReadOnlyList<string> StrategyAssemblies { get; init; } = [];

    /// <summary>Strategies registered in the session (Add-Type, script blocks).</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; init; } = [];

    /// <summary>Whether gate refusals are sent as verbose notices.</summary>
    public bool Verbose { get; init; }
}
