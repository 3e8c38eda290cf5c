using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary>The option for assemblies with strategies of the user's own.</summary>
internal static class StrategyAssemblyOption
{
    /// <summary>The option.</summary>
    /// <param name="which">Which assemblies are meant, after "strategies of your own"; empty: any.</param>
    public static Option<string[]> Create(string which = "") =>
        new("--strategy-assembly") { Description = $"Assembly with strategies of your own{which}; repeatable.", HelpName = "FILE" };

    /// <summary>What was given, absolute.</summary>
    public static string[] AssembliesOf(this ParseResult result, Option<string[]> option, CommandContext context) =>
        [.. (result.GetValue(option) ?? []).Select(context.Absolute)];
}
