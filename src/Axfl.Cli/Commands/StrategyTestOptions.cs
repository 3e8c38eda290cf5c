using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>strategy test</c> and the request they make.</summary>
internal sealed class StrategyTestOptions
{
    private readonly Option<string?> _symbol = new("--symbol") { Description = "Symbol (default: the first that the strategy trades in the file; without a file EURUSD).", HelpName = "SYMBOL" };
    private readonly Option<string?> _interval = ValueOption.Interval("--interval", "Length of a bar (default: the file's; without a file 5m).");
    private readonly PlanOptions _plan = new();
    private readonly Option<string?> _cuts = ValueOption.Number("--cuts", "N", $"Cuts of the look-ahead check that are spread over the period, 1 to 10000 (default {StrategyTestRequest.DefaultCuts}); others are at actions.");

    /// <summary>What they say of themselves in a test.</summary>
    public StrategyTestOptions()
    {
        _plan.Cfg.Description = "Sessions file with the strategy's parameters (default: the strategy's own defaults).";
        _plan.Profile.DefaultValueFactory = _ => "portfolio";
        _plan.Set.Description = "One override, repeatable: strategies.orb.params.range_minutes=30, warmup_days=5.";
        _plan.Source.Description = "Where bars come from: auto, csv or simulated.";
        _plan.Data.Description = "Bars: a folder, a file, or SYMBOL=path; repeatable (default: simulated ones).";
        _plan.Since.Description = "Start of the period, UTC (default: after a quarter of the data, at most 40 weekdays); what is before it is warm-up to compare with.";
    }

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _plan.Source.AcceptOnlyFromAmong("auto", "csv", "simulated");
        foreach (var option in new Option[]
                 {
                     _symbol, _interval, _plan.Cfg, _plan.Profile, _plan.Set, _plan.Source, _plan.Data, _plan.Timezone, _plan.Columns, _plan.TimeFormat, _plan.AllowRejected, _plan.Since, _plan.Until,
                     _cuts, _plan.Assembly,
                 })
            command.Options.Add(option);
    }

    /// <summary>The request, its paths absolute.</summary>
    public StrategyTestRequest Request(string name, ParseResult result, CommandContext context)
    {
        var run = _plan.Request(result, context);
        return new StrategyTestRequest(name)
        {
            Symbol = result.GetValue(_symbol),
            Interval = result.IntervalOf(_interval),
            Cuts = (int)Math.Min(int.MaxValue, result.NumberOf(_cuts) ?? StrategyTestRequest.DefaultCuts),
            Host = SelfHost.Of(["strategy", "test", name, .. run.StrategyAssemblies.SelectMany(a => (string[])["--strategy-assembly", a])]),
            Run = run,
        };
    }
}
