using System.CommandLine;
using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>The options of <c>doctor</c>, spelt as those of the live run that is meant, and the request they make.</summary>
internal sealed class DoctorOptions
{
    private readonly PlanOptions _plan = new();
    private readonly Option<string?> _out = RunArgument.OutOption();
    private readonly Option<string?> _endpoint = ValueOption.Address("--endpoint", "Server of the prices, instead of the provider's own: ws://host:port, wss://, http:// or https://.");
    private readonly Option<string?> _historyEndpoint = ValueOption.Address(
        "--history-endpoint", "Server of the history for warm-up (default: that of --endpoint where given, else each provider's own).");

    private readonly Option<bool> _send = new("--send") { Description = "Send a test message to each channel of the profile's alerts; without it nothing is sent." };

    private readonly Option<bool> _plain = ValueOption.AllowPlain();

    /// <summary>What they say of themselves here.</summary>
    public DoctorOptions()
    {
        _plan.Profile.DefaultValueFactory = _ => "portfolio";
        _plan.Source.Description = $"Where live prices come from, instead of the file's source: {PriceProviders.Or(["auto", .. PriceProviders.Live])}.";
        _plan.Data.Description += " Instead of the file's data_dir, for warm-up.";
        _plan.AllowRejected.Description = "Read a bars file of which more than 100 lines, and more than 5 % of it, are rejected.";
        _plan.Set.Description = "One override, repeatable: risk.max_open_positions=3.";
    }

    /// <summary>Adds all of them.</summary>
    public void AddTo(Command command)
    {
        _plan.Source.CompletionSources.Add(["auto", .. PriceProviders.Live]);
        foreach (var option in new Option[]
                 {
                     _plan.Cfg, _plan.Profile, _plan.Source, _plan.Data, _plan.Timezone, _plan.Columns, _plan.TimeFormat, _plan.AllowRejected, _plan.Set, _plan.Assembly, _out, _endpoint,
                     _historyEndpoint, _plain, _send,
                 })
            command.Options.Add(option);
    }

    /// <summary>Whether the channels of alerts are sent a test message.</summary>
    public bool SendsAlerts(ParseResult result) => result.GetValue(_send);

    /// <summary>The request, its paths absolute.</summary>
    public RunRequest Request(ParseResult result, CommandContext context) => _plan.Request(result, context) with
    {
        Mode = "ws",
        OutputDirectory = context.OutputDirectory(result.GetValue(_out)),
        Endpoint = result.GetValue(_endpoint),
        HistoryEndpoint = result.GetValue(_historyEndpoint),
        AllowPlain = result.GetValue(_plain),
    };
}
