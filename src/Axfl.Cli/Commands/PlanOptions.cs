using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of commands that run a plan over bars, and the request they make. A command adds those it has, and says of them what is its own.</summary>
internal sealed class PlanOptions
{
    /// <summary>Sessions file.</summary>
    public Option<string?> Cfg { get; } = new("--cfg") { Description = "Sessions file (default: the shipped one).", HelpName = "FILE" };

    /// <summary>Profile; portfolio where nothing is given.</summary>
    public Option<string?> Profile { get; } = new("--profile") { Description = "Profile of the sessions file." };

    /// <summary>Overrides.</summary>
    public Option<string[]> Set { get; } = new("--set") { HelpName = "KEY=VALUE" };

    /// <summary>Source.</summary>
    public Option<string?> Source { get; } = new("--source") { HelpName = "NAME" };

    /// <summary>Places of bars.</summary>
    public Option<string[]> Data { get; } = DataPathOption.Create("Bars for csv: a folder, a file, or SYMBOL=path; repeatable.");

    /// <summary>Zone of their times.</summary>
    public Option<string?> Timezone { get; } = new("--data-timezone") { Description = DataLayoutOptions.ZoneHelp, HelpName = "ZONE" };

    /// <summary>Their columns.</summary>
    public Option<string?> Columns { get; } = DataLayoutOptions.Columns();

    /// <summary>The form of their times.</summary>
    public Option<string?> TimeFormat { get; } = DataLayoutOptions.TimeFormat();

    /// <summary>Whether files of which much is rejected are read.</summary>
    public Option<bool> AllowRejected { get; } = DataLayoutOptions.AllowRejected();

    /// <summary>One spread.</summary>
    public Option<string?> Spread { get; } = ValueOption.Number("--spread-pips", "PIPS", "One spread for all symbols, pips.");

    /// <summary>Start.</summary>
    public Option<string?> Since { get; } = ValueOption.Time("--since", "First traded bar, inclusive, UTC (default: as early as the data allow after warm-up).");

    /// <summary>End.</summary>
    public Option<string?> Until { get; } = ValueOption.Time("--until", "End, exclusive, UTC (default: the end of the data).");

    /// <summary>Strategies.</summary>
    public Option<string[]> Assembly { get; } = StrategyAssemblyOption.Create();

    /// <summary>The request, its paths absolute; what the command did not add is not given.</summary>
    public RunRequest Request(ParseResult result, CommandContext context) => new()
    {
        SessionsPath = result.GetValue(Cfg) is { } path ? context.Absolute(path) : null,
        Profile = result.GetValue(Profile) ?? "portfolio",
        Set = result.GetValue(Set) ?? [],
        Source = result.GetValue(Source),
        DataPath = result.PathsOf(Data, context),
        DataTimezone = result.GetValue(Timezone),
        DataColumns = result.GetValue(Columns),
        DataTimeFormat = result.GetValue(TimeFormat),
        AllowRejected = result.GetValue(AllowRejected),
        SpreadPips = result.NumberOf(Spread),
        Since = result.TimeOf(Since),
        Until = result.TimeOf(Until),
        WorkingDirectory = context.WorkingDirectory,
        StrategyAssemblies = result.AssembliesOf(Assembly, context),
    };
}
