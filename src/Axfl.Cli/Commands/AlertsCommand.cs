using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl alerts test</c>: whether the channels of a plan take messages.</summary>
internal static class AlertsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var plan = new PlanOptions();
        var channel = new Option<string[]>("--channel") { Description = "Only this channel, repeatable (default: all of the profile).", HelpName = "NAME" };
        var assembly = StrategyAssemblyOption.Create(" that the file uses");
        plan.Set.Description = "One override, repeatable.";
        var test = new Command("test", "Sends one test message to each channel of a profile's alerts and says how each answered; exits with 5 when one did not take it.")
        {
            plan.Cfg, plan.Profile, plan.Set, channel, assembly,
        };
        test.SetAction(result =>
        {
            var request = plan.Request(result, context) with { StrategyAssemblies = result.AssembliesOf(assembly, context) };
            var answers = context.Runtime.TestAlerts(request, result.GetValue(channel) ?? [], context.Stop.Token).GetAwaiter().GetResult();
            var table = new TextTable("alerts", "channel", "kind", "state", "answer", "s");
            foreach (var a in answers) table.Add(a.Channel, a.Kind, a.Ok ? "ok" : "failed", a.Answer, a.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
            Tables.Result(table, context);
            return answers.All(a => a.Ok) ? ExitCode.Ok : ExitCode.Feed;
        });
        return new Command("alerts", "Messages about runs.") { test };
    }
}
