using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Metrics of a run, or of trades from the pipeline.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflPortfolio", DefaultParameterSetName = "Run")]
[OutputType(typeof(PortfolioMetrics))]
public sealed class MeasurePortfolio : AxflCmdlet
{
    private readonly List<Trade> _trades = [];

    /// <summary>Run id, or path of a run directory. Default: the newest run.</summary>
    [Parameter(Position = 0, ParameterSetName = "Run")]
    [ArgumentCompleter(typeof(RunCompleter))]
    public string? Run { get; set; }

    /// <summary>Output directory in which runs are looked for. Default: logs.</summary>
    [Parameter(ParameterSetName = "Run")]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Trades, in order of closing. Metrics that need the run's bars are null.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Trade")]
    public Trade? Trade { get; set; }

    /// <summary>Starting equity of piped trades, account currency. Default: 100000.</summary>
    [Parameter(ParameterSetName = "Trade")]
    [ValidateRange(1.0, double.MaxValue)]
    public double StartingEquity { get; set; } = 100_000;

    private protected override void Process()
    {
        if (Trade is { } trade) _trades.Add(trade);
    }

    private protected override void End()
    {
        if (ParameterSetName == "Trade") WriteObject(Runtime.Measure(_trades, StartingEquity));
        else WriteObject(Runtime.ReadSummary(Runtime.FindRun(Resolve(OutputDirectory), Run)).Metrics);
    }
}
