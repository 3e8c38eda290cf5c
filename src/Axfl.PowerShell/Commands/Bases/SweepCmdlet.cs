using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that read the store of trials: which store.</summary>
public abstract class SweepStoreCmdlet : AxflCmdlet
{
    /// <summary>Store of trials: a file, or a connection string of PostgreSQL; default: that of $env:AXFL_STORE, else sweeps.db beside the output directory.</summary>
    [Parameter]
    public string Store { get; set; } = "";

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>The store asked for.</summary>
    internal SweepStoreRequest Request => new() { Store = Store.Length == 0 ? null : Store, OutputDirectory = Absolute(OutputDirectory), WorkingDirectory = WorkingDirectory };

    /// <summary>Says that the holdout of a sweep was opened: whatever shows the sweep says so.</summary>
    internal void TellHoldout(SweepInfo sweep)
    {
        if (sweep.HoldoutOpenedAt is { } at) WriteWarning(FormattableString.Invariant($"Sweep '{sweep.Sweep}': holdout opened on {at:yyyy-MM-dd} for {Counted.Of(sweep.HoldoutTrials, "trial")}."));
    }
}

/// <summary>Shape of the commands on one sweep of a store.</summary>
public abstract class SweepCmdlet : SweepStoreCmdlet
{
    /// <summary>Name of the sweep.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Sweep")]
    [ArgumentCompleter(typeof(SweepCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name) AttemptEach(() => Act(name), name);
    }

    /// <summary>Acts on one sweep.</summary>
    internal abstract void Act(string sweep);
}
