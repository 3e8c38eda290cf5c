using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl trades</c>: the closed trades of a run.</summary>
internal static class TradesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var symbol = new Option<string?>("--symbol") { Description = "Only this symbol." };
        var strategy = new Option<string?>("--strategy") { Description = "Only this strategy." };
        var command = new Command("trades", "Lists the closed trades of a run.");
        run.AddTo(command);
        command.Options.Add(symbol);
        command.Options.Add(strategy);
        command.SetAction(result =>
        {
            var directory = run.Directory(result, context);
            context.Error.WriteLine(RunHeading.Of(context.Runtime.DescribeRun(directory)));
            var table = new TextTable("", ">#", "symbol", "strategy", "side", ">units", "entered", ">entry", ">stop", ">target", "left", ">exit", "why", ">R", ">PnL", ">costs", "tag");
            var all = context.Runtime.ReadTrades(directory).ToList();
            var trades = all
                .Where(t => Filter.MatchesSymbol(t.Symbol, result.GetValue(symbol)) && Filter.Matches(t.Strategy, result.GetValue(strategy)));
            foreach (var t in trades)
                table.Add(
                    t.TradeId.ToString(CultureInfo.InvariantCulture), t.Symbol, t.Strategy, t.Side, t.Units.ToString(CultureInfo.InvariantCulture),
                    Numbers.Time(t.EntryTime), Numbers.Price(t.Entry), Numbers.Price(t.StopLoss), Numbers.Price(t.Target), Numbers.Time(t.ExitTime),
                    Numbers.Price(t.Exit), t.Reason, Numbers.R(t.R), Numbers.Money(t.Pnl), Numbers.Money(t.Costs).TrimStart('+'), t.Tag);
            if (table.Rows.Count == 0 && Filter.NothingLeft(all.Count, "trades", result.GetValue(symbol), result.GetValue(strategy)) is { } nothing) context.Error.WriteLine(nothing);
            else if (table.Rows.Count == 0) context.Error.WriteLine("No trades. `axfl decisions --explain` says why.");
            else Tables.Result(table, context);
        });
        return command;
    }
}
