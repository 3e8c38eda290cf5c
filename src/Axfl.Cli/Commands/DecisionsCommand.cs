using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl decisions</c>: why orders did or did not become trades.</summary>
internal static class DecisionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var run = new RunArgument();
        var explain = new Option<bool>("--explain") { Description = "One sentence per decision." };
        var count = new Option<bool>("--count") { Description = "How many of each, by strategy." };
        var symbol = new Option<string?>("--symbol") { Description = "Only this symbol." };
        var strategy = new Option<string?>("--strategy") { Description = "Only this strategy." };
        var outcome = new Option<string?>("--result") { Description = "Only this result: accepted, filled, a gate such as max_open_positions, expired, ..." };
        var command = new Command("decisions", "Lists every order placed or blocked: the answer to \"why did it not trade?\".");
        run.AddTo(command);
        foreach (var option in new Option[] { explain, count, symbol, strategy, outcome }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var directory = run.Directory(result, context);
            context.Error.WriteLine(RunHeading.Of(context.Runtime.DescribeRun(directory)));
            var (all, left) = (0, 0);
            var decisions = context.Runtime.ReadDecisions(directory).Select(Counted)
                .Where(d => Filter.MatchesSymbol(d.Symbol, result.GetValue(symbol)) && Filter.Matches(d.Strategy, result.GetValue(strategy))
                    && Filter.Matches(d.Result, result.GetValue(outcome))).Select(Left);
            if (result.GetValue(explain)) Explain(decisions, context.Out);
            else Tables.Result(result.GetValue(count) ? Count(decisions) : All(decisions), context);
            if (left == 0 && Filter.NothingLeft(all, "decisions", result.GetValue(symbol), result.GetValue(strategy), result.GetValue(outcome)) is { } nothing) context.Error.WriteLine(nothing);

            Decision Counted(Decision decision)
            {
                all++;
                return decision;
            }

            Decision Left(Decision decision)
            {
                left++;
                return decision;
            }
        });
        return command;
    }

    private static void Explain(IEnumerable<Decision> decisions, TextWriter to)
    {
        foreach (var decision in decisions) to.WriteLine(decision.Explain());
    }

    private static TextTable Count(IEnumerable<Decision> decisions)
    {
        var table = new TextTable("", "strategy", "stage", "result", ">count");
        foreach (var group in decisions.GroupBy(d => (d.Strategy, d.Stage, d.Result)).OrderBy(g => g.Key.Strategy, StringComparer.Ordinal).ThenByDescending(g => g.Count()))
            table.Add(group.Key.Strategy, group.Key.Stage, group.Key.Result, Numbers.Count(group.Count()));
        return table;
    }

    private static TextTable All(IEnumerable<Decision> decisions)
    {
        var table = new TextTable("", "time", "symbol", "strategy", "stage", "result", "side", "type", ">price", ">stop", ">target", "detail");
        foreach (var d in decisions)
            table.Add(
                Numbers.Time(d.Time), d.Symbol, d.Strategy, d.Stage, d.Result, d.Side, d.Type, Numbers.Price(d.Price), Numbers.Price(d.StopLoss),
                Numbers.Price(d.Target), d.Detail);
        return table;
    }
}
