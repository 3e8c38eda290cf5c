using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sessions check</c> and <c>axfl sessions show</c>.</summary>
internal static class SessionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context) =>
        new("sessions", "Inspects sessions files.") { Check(context), Show(context) };

    private static Command Check(CommandContext context)
    {
        var file = FileArgument();
        var profile = new Option<string[]>("--profile") { Description = "Only this profile, repeatable (default: all of the file).", HelpName = "NAME" };
        var set = new Option<string[]>("--set") { Description = "One override, repeatable.", HelpName = "KEY=VALUE" };
        var assembly = StrategyAssemblyOption.Create(" that the file uses");
        var command = new Command("check", "Lists every error and warning of a sessions file, with line and column, and the next sessions, blackouts and news; exits with 2 when there are errors.")
        {
            file, profile, set, assembly,
        };
        command.SetAction(result =>
        {
            var request = new RunRequest
            {
                SessionsPath = Path(result.GetValue(file), context),
                Set = result.GetValue(set) ?? [],
                StrategyAssemblies = result.AssembliesOf(assembly, context),
                WorkingDirectory = context.WorkingDirectory,
            };
            var problems = SessionsCheck.Run(context.Runtime, request, result.GetValue(profile) ?? []);
            foreach (var problem in problems) context.Out.WriteLine(problem.ToString());
            var errors = problems.Count(p => !p.IsWarning);
            var warnings = problems.Count - errors;
            context.Error.WriteLine($"{Counted.Of(errors, "error")}, {Counted.Of(warnings, "warning")}");
            if (errors > 0) return ExitCode.Usage;
            if (SessionsCheck.Upcoming(context.Runtime, request, result.GetValue(profile) ?? []) is { Count: > 0 } upcoming) Tables.Remark(Next(upcoming), context);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var file = FileArgument();
        var profile = new Option<string>("--profile") { Description = "Profile of the file.", DefaultValueFactory = _ => "portfolio" };
        var set = new Option<string[]>("--set") { Description = "One override, repeatable.", HelpName = "KEY=VALUE" };
        var assembly = StrategyAssemblyOption.Create(" that the file uses");
        var yaml = new Option<bool>("--yaml") { Description = "As a complete sessions file instead of a table." };
        var command = new Command("show", "Shows the effective plan of a profile: every value and where it comes from.") { file, profile, set, assembly, yaml };
        command.SetAction(result =>
        {
            var plan = context.Runtime.ImportSessions(new RunRequest
            {
                SessionsPath = Path(result.GetValue(file), context),
                Profile = result.GetValue(profile)!,
                Set = result.GetValue(set) ?? [],
                StrategyAssemblies = result.AssembliesOf(assembly, context),
                WorkingDirectory = context.WorkingDirectory,
            });
            foreach (var warning in plan.Warnings) context.Error.WriteLine(warning.ToString());
            if (result.GetValue(yaml)) context.Out.Write(plan.Yaml);
            else Tables.Result(Values(plan), context);
        });
        return command;
    }

    private static TextTable Next(IReadOnlyList<UpcomingTime> upcoming)
    {
        var table = new TextTable("next, in UTC", "profile", "kind", "name", "when", "");
        foreach (var time in upcoming) table.Add(time.Profile, time.Kind, time.Name, time.When, time.Detail);
        return table;
    }

    private static TextTable Values(SessionsProfile plan)
    {
        var table = new TextTable($"{plan.Profile} of {plan.Path}", "key", "value", "origin");
        foreach (var value in plan.Values) table.Add(value.Key, value.Value, value.Origin);
        return table;
    }

    private static Argument<string?> FileArgument() =>
        new("FILE") { Description = "Sessions file; the shipped one when absent.", Arity = ArgumentArity.ZeroOrOne };

    private static string? Path(string? file, CommandContext context) => file is null ? null : context.Absolute(file);
}
