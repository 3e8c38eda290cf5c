using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Commands;

/// <summary>Downloads historical bars from a provider into files that a replay reads.</summary>
[Cmdlet(VerbsData.Save, "AxflHistory", SupportsShouldProcess = true)]
[OutputType(typeof(HistoryFile))]
public sealed class SaveAxflHistoryCommand : AxflCmdlet
{
    private readonly List<string> _symbols = [];

    /// <summary>Symbols in any spelling.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SymbolCompleter))]
    public string[] Symbol { get; set; } = [];

    /// <summary>Bar length: 1m, 5m, 15m, 30m, 1h, 4h or 1d.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(IntervalCompleter))]
    public string Interval { get; set; } = "";

    /// <summary>First bar, inclusive; a time without a zone is UTC.</summary>
    [Parameter(Mandatory = true)]
    [TimeArgument]
    public DateTime Since { get; set; }

    /// <summary>End, exclusive; a time without a zone is UTC; default now. Bars that are not complete are left out.</summary>
    [Parameter]
    [TimeArgument]
    public DateTime? Until { get; set; }

    /// <summary>The provider; default auto: the first whose keys are set.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HistorySourceCompleter))]
    public string Source { get; set; } = "auto";

    /// <summary>Folder into which files are written; default data.</summary>
    [Parameter]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Address of the history server instead of the provider's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("HistoryEndpoint")]
    public string? Endpoint { get; set; }

    /// <summary>Allow plain http to another machine than this; the API key then crosses the network in clear text.</summary>
    [Parameter]
    public SwitchParameter AllowPlain { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var symbol in Symbol)
        {
            if (_symbols.Contains(symbol, StringComparer.OrdinalIgnoreCase)) continue;
            if (ShouldProcess($"{symbol}, {Interval}, into {Absolute(DataDirectory)}", "Save history")) _symbols.Add(symbol);
        }
    }

    // One request for all: a provider's credits are counted over the symbols together.
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_symbols.Count == 0) return;
        Attempt(() =>
        {
            var request = Request();
            var progress = new ProgressRecord(0x417C, "Saving history", string.Join(", ", _symbols));
            WriteObject(
                Work<HistoryProgress, IReadOnlyList<HistoryFile>>(
                    progress, (reports, stop) => Runtime.SaveHistory(request, reports, stop), report => Show(progress, report)),
                enumerateCollection: true);
        }, string.Join(", ", _symbols));
    }

    private static void Show(ProgressRecord progress, HistoryProgress report)
    {
        var waits = report.Note.Length > 0 ? "  waits for " + report.Note : "";
        progress.StatusDescription = string.Create(CultureInfo.InvariantCulture, $"{report.Symbol}  {report.Bars:N0} bars{waits}");
        progress.PercentComplete = BackgroundWork.Percent(report.Fraction);
    }

    private HistoryRequest Request() => new()
    {
        Symbols = _symbols,
        Interval = Interval,
        Since = Since,
        Until = Until,
        Source = Source,
        DataDir = Absolute(DataDirectory),
        Endpoint = Endpoint,
        AllowPlain = AllowPlain,
    };
}
