using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>What the commands that read a store of trials have in common: the store, the sweep, the format.</summary>
internal sealed class SweepReadingOptions
{
    private const string Json = "json", Table = "table";

    private readonly SweepStoreOption _store = new();
    private readonly Option<string?> _format = new("--format") { Description = "table (default), or json: one object a line.", HelpName = "FORMAT" };
    private readonly Argument<string> _sweep = new("NAME") { Description = "Name of the sweep." };

    /// <summary>Options of a command.</summary>
    public SweepReadingOptions()
    {
        _format.AcceptOnlyFromAmong(Table, Json);
        _format.CompletionSources.Add(Table, Json);
    }

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="sweep">Whether it takes the name of a sweep.</param>
    /// <param name="format">Whether it gives rows.</param>
    public void AddTo(Command command, bool sweep, bool format = true)
    {
        if (sweep) command.Arguments.Add(_sweep);
        _store.AddTo(command);
        if (format) command.Options.Add(_format);
    }

    /// <summary>The store asked for.</summary>
    public SweepStoreRequest Request(ParseResult result, CommandContext context) => _store.Request(result, context);

    /// <summary>The sweep asked for.</summary>
    public string Sweep(ParseResult result) => result.GetValue(_sweep)!;

    /// <summary>Writes rows in the format asked for.</summary>
    public void Write<T>(ParseResult result, CommandContext context, IReadOnlyList<T> rows, Func<T, string> json, Func<TextTable> table)
    {
        if (result.GetValue(_format) != Json) Tables.Result(table(), context);
        else foreach (var row in rows) context.Out.WriteLine(json(row));
    }
}
