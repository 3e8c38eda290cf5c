using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Commands.Bases;

namespace Axfl.PowerShell.Commands;

/// <summary>Gives the closed trades of a run, in order of closing.</summary>
[Cmdlet(VerbsCommon.Get, "AxflTrade", DefaultParameterSetName = "Run")]
[OutputType(typeof(Trade))]
public sealed class GetAxflTradeCommand : RowsCmdlet
{
    /// <inheritdoc/>
    internal override void Read(string directory)
    {
        var run = System.IO.Path.GetFileName(directory);
        var report = Report(run, "trades");
        foreach (var trade in Runtime.ReadTrades(directory))
        {
            var taken = Takes(trade.Symbol, trade.Strategy);
            report.Count(taken, ("-Symbol", trade.Symbol), ("-Strategy", trade.Strategy));
            if (taken) WriteObject(trade with { Run = run });
        }

        Tell(report);
    }
}
