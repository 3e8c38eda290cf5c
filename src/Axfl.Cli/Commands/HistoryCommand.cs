using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl history save</c>: downloads bars into the data folder.</summary>
internal static class HistoryCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context) => new("history", "Downloads historical bars from providers.") { Save(context) };

    private static Command Save(CommandContext context)
    {
        var symbols = new Option<string[]>("--symbol")
        {
            Description = "Symbols, in any spelling; several after one --symbol, or repeated.",
            HelpName = "SYMBOL",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var interval = ValueOption.Interval("--interval", $"Length of the bars: {string.Join(", ", Interval.Names)} (default: 5m).");
        var since = ValueOption.Time("--since", "First bar, inclusive, UTC.");
        var until = ValueOption.Time("--until", "End, exclusive, UTC (default: now; bars that are not complete are left out).");
        var source = new Option<string>("--source")
        {
            Description = $"Provider; auto chooses among those whose keys are set and says why. Unofficial and used only when named: {string.Join(", ", PriceProviders.Unofficial)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "auto",
        };
        var data = new Option<string?>("--data")
        {
            Description = "Folder into which the files are written (default: data). An existing file is extended.",
            HelpName = "DIR",
        };
        var endpoint = ValueOption.Address("--endpoint", "Server of the history, instead of the provider's own (axfl fake-feed is one, for finnhub).");
        endpoint.Aliases.Add("--history-endpoint");
        var plain = ValueOption.AllowPlain();
        since.Required = true;
        source.AcceptOnlyFromAmong(["auto", .. PriceProviders.History, .. PriceProviders.Unofficial]);
        var command = new Command("save", "Downloads history into the data folder: resumes where it stopped, and never leaves half a file.")
        {
            symbols, interval, since, until, source, data, endpoint, plain,
        };
        command.Validators.Add(result =>
        {
            if (EventTime.TryParseWritten(result.TextOf(since), out var from) && EventTime.TryParseWritten(result.TextOf(until), out var to) && to <= from)
                result.AddError("--until must be later than --since.");
        });
        command.SetAction(result => Save(context, new HistoryRequest
        {
            Symbols = result.GetValue(symbols)!,
            Interval = result.IntervalOf(interval)?.ToString() ?? "5m",
            Since = result.TimeOf(since)!.Value,
            Until = result.TimeOf(until),
            Source = result.GetValue(source)!,
            DataDir = context.Absolute(result.GetValue(data) ?? "data"),
            Endpoint = result.GetValue(endpoint),
            AllowPlain = result.GetValue(plain),
        }));
        return command;
    }

    private static int Save(CommandContext context, HistoryRequest request)
    {
        var display = new HistoryDisplay(context);
        IReadOnlyList<HistoryFile> files = [];
        display.Show(progress => files = context.Runtime.SaveHistory(request, progress, context.Stop.Token).GetAwaiter().GetResult());
        var table = new TextTable("", "symbol", "source", ">bars", ">new", "first", "last", "file");
        foreach (var f in files)
        {
            if (f.Reason.Length > 0) context.Error.WriteLine($"{f.Symbol}: {f.Reason}");
            table.Add(f.Symbol, f.Source, Numbers.Count(f.Bars), Numbers.Count(f.Added), Numbers.Time(f.First), Numbers.Time(f.Last), f.Path);
        }

        Tables.Result(table, context);
        return ExitCode.Ok;
    }
}
