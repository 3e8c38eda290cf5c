using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl compare</c>: where two runs part, and why.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var left = new Argument<string>("LEFT") { Description = "Run id, or path of a run directory." };
        var right = new Argument<string?>("RIGHT")
        {
            Description = "Another run; when absent, the bars of LEFT, a live run, are compared with those of a source.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        string[] sources = ["csv", "simulated", .. PriceProviders.History, .. PriceProviders.Unofficial];
        var source = new Option<string?>("--source")
        {
            Description = $"Without RIGHT: where the other bars come from: auto (default), {PriceProviders.Or(sources)}.",
            HelpName = "NAME",
        };
        var data = DataPathOption.Create("Without RIGHT: bars for csv, a folder, a file, or SYMBOL=path; repeatable.");
        var endpoint = ValueOption.Address("--history-endpoint", "Without RIGHT: server of the history, instead of the provider's own.");
        endpoint.Aliases.Add("--endpoint");
        var plain = ValueOption.AllowPlain("Without RIGHT: ");
        var assembly = StrategyAssemblyOption.Create(" that the runs used");
        var output = RunArgument.OutOption();
        source.CompletionSources.Add(["auto", .. sources]);
        var command = new Command(
            "compare", "Compares two runs, or a live run's bars with a source's, and names the first difference and its cause; exits with 3 when they differ.")
        {
            left, right, source, data, endpoint, plain, assembly, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(right) is null) return;
            foreach (var option in new Option[] { source, data, endpoint, plain }.Where(o => result.GetResult(o) is { Implicit: false }))
                result.AddError($"{option.Name} is for one run and a source: omit it when a second run is given.");
        });
        command.SetAction(result =>
        {
            var request = new CompareRequest(
                RunArgument.Find(result.GetValue(left), result.GetValue(output), context),
                result.GetValue(right) is { } other ? RunArgument.Find(other, result.GetValue(output), context) : null)
            {
                Source = result.GetValue(source),
                DataPath = result.PathsOf(data, context),
                HistoryEndpoint = result.GetValue(endpoint),
                AllowPlain = result.GetValue(plain),
                StrategyAssemblies = result.AssembliesOf(assembly, context),
            };
            var comparison = context.Runtime.Compare(request, context.Stop.Token);
            Show(comparison.Left == comparison.Right && request.Right is { } second ? comparison with { Left = request.Left, Right = second } : comparison, context);
            return comparison.Equal ? ExitCode.Ok : ExitCode.Data;
        });
        return command;
    }

    private static void Show(RunComparison comparison, CommandContext context)
    {
        var table = new TextTable($"{comparison.Left} and {comparison.Right}", "what", ">compared", ">different", "first at", "left", "right");
        foreach (var d in comparison.Differences)
            table.Add(d.What, Numbers.Count(d.Compared), Numbers.Count(d.Different), d.Where, d.Left, d.Right);
        if (table.Rows.Count > 0) Tables.Result(table, context);
        if (comparison.Bars is { } bars) context.Out.WriteLine($"bars: {bars.Explain(comparison.Left, comparison.Right)}");
        var time = comparison.Time is { } at ? $" at {Numbers.Time(at)} UTC" : "";
        context.Out.WriteLine(comparison.Equal
            ? $"equal: {comparison.Left} and {comparison.Right}"
            : $"cause: {comparison.Cause}; first difference{time}: {comparison.First ?? "not known"}");
    }
}
