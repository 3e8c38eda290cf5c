using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The words by which commands find trials of a sweep.</summary>
internal sealed class SweepTrialOptions
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the sweep." };
    private readonly Option<string[]> _trial = SweepOptions.TrialOption();
    private readonly Option<string[]> _data = DataPathOption.Create("Bars instead of those of the sweep: a folder, a file, or SYMBOL=path; repeatable.");
    private readonly Option<string[]> _assembly = StrategyAssemblyOption.Create(" that the sweep used");
    private readonly SweepStoreOption _store = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_name);
        foreach (var option in new Option[] { _trial, _data, _assembly }) command.Options.Add(option);
        _store.AddTo(command);
    }

    /// <summary>The trials meant.</summary>
    public SweepTrialRequest Request(ParseResult result, CommandContext context) => new()
    {
        Sweep = result.GetValue(_name)!, Trials = SweepOptions.Numbers(result.GetValue(_trial)), Store = _store.Request(result, context), DataPath = result.PathsOf(_data, context),
        StrategyAssemblies = result.AssembliesOf(_assembly, context),
    };
}
