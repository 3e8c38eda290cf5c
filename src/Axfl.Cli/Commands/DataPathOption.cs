using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The option for bars files: a folder, a file, or <c>SYMBOL=path</c>.</summary>
internal static class DataPathOption
{
    /// <summary>The option.</summary>
    public static Option<string[]> Create(string description) => new("--data") { Description = description, HelpName = "PATH" };

    /// <summary>What was given, its paths absolute; SYMBOL=path keeps its symbol.</summary>
    public static IReadOnlyList<string> PathsOf(this ParseResult result, Option<string[]> option, CommandContext context) =>
        [.. (result.GetValue(option) ?? []).Select(text =>
            SymbolPath.TrySplit(text, context.WorkingDirectory, out var symbol, out var path) ? symbol + "=" + context.Absolute(path) : context.Absolute(text))];
}
