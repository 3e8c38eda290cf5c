using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Commands.Bases;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the metrics of a run, or of piped trades.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "AxflPortfolio", DefaultParameterSetName = "Run")]
[OutputType(typeof(PortfolioMetrics))]
public sealed class MeasureAxflPortfolioCommand : RowsCmdlet
{
    private const double UsualEquity = 100_000;

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

    /// <summary>Equity before the first of the piped trades, account currency; default 100,000, with a warning.</summary>
    [Parameter(ParameterSetName = "Trade")]
    [NumberArgument]
    [ValidateRange(0.01, 1e15)]
    public double? StartingEquity { get; set; }

    /// <summary>Trades of one side alone.</summary>
    [Parameter]
    [ValidateSet("long", "short")]
    public string? Side { get; set; }

    /// <summary>First exit, inclusive; a time without a zone is UTC.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Since { get; set; }

    /// <summary>End of the exits, exclusive; a time without a zone is UTC.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Until { get; set; }

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
        if (TakesRun) return;
        if (StartingEquity is null && _trades.Count > 0)
            WriteWarning(FormattableString.Invariant($"Trades do not say the equity before them: Equity and MaxDrawdownPct are those of an account of {UsualEquity:N0}. Give -StartingEquity."));
        Attempt(() => WriteObject(Runtime.Measure(_trades.Where(IsTaken), StartingEquity ?? UsualEquity)));
    }

    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var run = System.IO.Path.GetFileName(directory);
        var metrics = Runtime.ReadSummary(directory).Metrics;
        if (IsFiltered) metrics = Runtime.Measure(Filtered(directory, run), metrics.Equity - metrics.Pnl ?? UsualEquity);
        WriteObject(metrics with { Run = run });
    }

    // Figures of no trade look like those of a strategy that did nothing.
    private List<Trade> Filtered(string directory, string run)
    {
        var report = Report(run, "trades");
        List<Trade> taken = [];
        var all = 0;
        foreach (var trade in Runtime.ReadTrades(directory))
        {
            all++;
            var isTaken = IsTaken(trade);
            report.Count(isTaken, ("-Symbol", trade.Symbol), ("-Strategy", trade.Strategy));
            if (isTaken) taken.Add(trade);
        }

        Tell(report);
        if (all > 0 && taken.Count == 0 && !report.Warnings.Any()) WriteWarning($"None of the {Counted.Of(all, "trade")} of run '{run}' is taken by these filters.");
        return taken;
    }

    private bool IsFiltered => Symbol.Length > 0 || Strategy.Length > 0 || Side is not null || Since is not null || Until is not null;

    private bool IsTaken(Trade trade) =>
        Takes(trade.Symbol, trade.Strategy) && (Side is null || trade.Side.Equals(Side, StringComparison.OrdinalIgnoreCase))
        && (Since is null || trade.ExitTime >= Since) && (Until is null || trade.ExitTime < Until);
}
