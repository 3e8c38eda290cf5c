using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options by which the commands on sweeps find their store.</summary>
internal sealed class SweepStoreOption
{
    private readonly Option<string?> _store = new("--store")
    {
        Description = "Store of the trials: a file, or a connection string of PostgreSQL (default: that of AXFL_STORE, else sweeps.db beside the output directory).",
        HelpName = "STORE",
    };

    private readonly Option<string?> _out = RunArgument.OutOption();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_store);
        command.Options.Add(_out);
    }

    /// <summary>The store meant.</summary>
    public SweepStoreRequest Request(ParseResult result, CommandContext context) => new()
    {
        Store = result.GetValue(_store), OutputDirectory = context.OutputDirectory(result.GetValue(_out)), WorkingDirectory = context.WorkingDirectory,
    };
}
