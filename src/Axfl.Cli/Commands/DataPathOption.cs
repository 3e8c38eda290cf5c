using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary>The option for bars files: a folder, a file, or <c>SYMBOL=path</c>.</summary>
internal static class DataPathOption
{
    /// <summary>The option.</summary>
    public static Option<string[]> Create(string description) => new("--data") { Description = description, HelpName = "PATH" };

    /// <summary>What was given, its paths absolute.</summary>
    public static IReadOnlyList<string> PathsOf(this ParseResult result, Option<string[]> option, CommandContext context) =>
        [.. (result.GetValue(option) ?? []).Select(p => Absolute(p, context))];

    // SYMBOL=path keeps its symbol; a path that has an equals sign of its own has a separator before it or exists as it stands.
    private static string Absolute(string text, CommandContext context)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var symbol = equals > 0 ? text[..equals] : "";
        if (symbol.Length == 0 || Path.Exists(context.Absolute(text)) || symbol.StartsWith('.') || Path.IsPathRooted(symbol)) return context.Absolute(text);
        return symbol + "=" + context.Absolute(text[(equals + 1)..]);
    }
}
