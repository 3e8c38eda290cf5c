using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that read trials of one sweep again: which sweep, which bars, which strategies.</summary>
public abstract class SweepTrialCmdlet : AxflCmdlet
{
    /// <summary>Name of the sweep.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Sweep")]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Store of the trials: a file, or a connection string of PostgreSQL; default: that of AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string? Store { get; set; }

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Bars instead of those of the sweep: folders, files, or SYMBOL=path.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Assemblies with strategies of your own that the sweep used.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <summary>The trials that are meant.</summary>
    /// <param name="trials">Their numbers.</param>
    /// <param name="strategies">Strategies registered in this process.</param>
    internal SweepTrialRequest Request(int[] trials, RunStrategies strategies) => new()
    {
        Sweep = Name,
        Trials = trials,
        Store = new() { Store = Store, OutputDirectory = Absolute(OutputDirectory), WorkingDirectory = WorkingDirectory },
        DataPath = DataPathArgument.Resolve(DataPath, this),
        StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
        Strategies = strategies.Definitions,
    };
}
