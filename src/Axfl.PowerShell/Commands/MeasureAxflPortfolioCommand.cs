using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the metrics of a run, or of piped trades.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflPortfolio", DefaultParameterSetName = "Run")]
[OutputType(typeof(PortfolioMetrics))]
public sealed class MeasureAxflPortfolioCommand : RunCmdlet
{
    private readonly List<Trade> _trades = [];

    // Not by property name, as elsewhere: a trade that was exported names its run, and is measured as a trade.
    /// <inheritdoc/>
    [Parameter(Position = 0, ParameterSetName = "Run", ValueFromPipeline = true)]
    [Alias("RunId")]
    [SupportsWildcards]
    [RunArgument]
    [ArgumentCompleter(typeof(RunCompleter))]
    public override string[] Run { get => base.Run; set => base.Run = value; }

    /// <summary>Trades to measure.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Trade", ValueFromPipeline = true)]
    public Trade[] InputObject { get; set; } = [];

    /// <summary>Equity before the first of the piped trades, account currency.</summary>
    [Parameter(ParameterSetName = "Trade")]
    [NumberArgument]
    [ValidateRange(0.01, 1e15)]
    public double StartingEquity { get; set; } = 100_000;

    /// <inheritdoc/>
    internal override bool TakesRun => ParameterSetName != "Trade";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _trades.AddRange(InputObject);
        base.ProcessRecord();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!TakesRun) Attempt(() => WriteObject(Runtime.Measure(_trades, StartingEquity)));
    }

    /// <inheritdoc/>
    internal override void Read(string directory) =>
        WriteObject(Runtime.ReadSummary(directory).Metrics with { Run = System.IO.Path.GetFileName(directory) });
}
