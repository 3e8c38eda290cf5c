using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A cmdlet that reads a sessions file.</summary>
public abstract class SessionsCmdlet : AxflCmdlet
{
    /// <summary>Sessions file. Default: config/sessions.yaml of the session's directory when it exists, else the shipped one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "Cfg", "LiteralPath")]
    public string? Path { get; set; }

    /// <summary>Profile of the file. Default: portfolio.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [PSDefaultValue(Value = "portfolio")]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Single overrides: <c>risk.max_open_positions=3</c>, <c>strategies.lsg.params.sweep_pips=4</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Overrides the source: auto, csv, simulated.</summary>
    [Parameter]
    [ValidateSet("auto", "csv", "simulated", "twelvedata", "finnhub", "oanda", "dukascopy")]
    public string? Source { get; set; }

    /// <summary>Overrides every spread, pips.</summary>
    [Parameter]
    [ValidateRange(0.0, 10_000.0)]
    public double? SpreadPips { get; set; }

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    private protected virtual RunRequest Request() => new()
    {
        SessionsPath = SessionsPath(),
        Profile = Profile,
        Set = Set,
        Source = Source,
        SpreadPips = SpreadPips,
        StrategyAssemblies = [.. StrategyAssembly.Select(Resolve)],
        Strategies = RegisteredStrategies.All,
        WorkingDirectory = Here,
    };

    private string? SessionsPath()
    {
        if (Path is not null) return Resolve(Path);
        var own = System.IO.Path.Combine(Here, "config", "sessions.yaml");
        return File.Exists(own) ? own : null;
    }
}
