using System.Collections;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>An indicator over bars from the pipeline: one point a bar.</summary>
[Cmdlet(VerbsCommon.Get, "AxflIndicator", DefaultParameterSetName = "List")]
[OutputType(typeof(IndicatorPoint), typeof(IndicatorCatalogue))]
public sealed class GetIndicator : AxflCmdlet
{
    private readonly List<Bar> _bars = [];

    /// <summary>Indicator. Without a name: what is on offer.</summary>
    [Parameter(Position = 0, ParameterSetName = "List")]
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Bars")]
    [ArgumentCompleter(typeof(IndicatorCompleter))]
    public string? Name { get; set; }

    /// <summary>Bars: objects with Time (or OpenTime), Open, High, Low, Close and perhaps Volume, as Import-Csv gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Bars")]
    public PSObject? Bar { get; set; }

    /// <summary>Parameters, e.g. @{ length = 14 }.</summary>
    [Parameter(ParameterSetName = "Bars")]
    public Hashtable Parameter { get; set; } = [];

    private protected override void Process()
    {
        if (Bar is { } bar) _bars.Add(bar.BaseObject is Bar b ? b : Read(bar));
    }

    private protected override void End()
    {
        if (ParameterSetName == "List")
        {
            WriteObject(Runtime.Indicators);
            return;
        }

        if (Runtime.Indicators.Note.Length > 0) WriteVerbose(Runtime.Indicators.Note);
        var parameters = Parameter.Cast<DictionaryEntry>()
            .ToDictionary(e => e.Key.ToString()!, e => Convert.ToDouble(e.Value, System.Globalization.CultureInfo.InvariantCulture));
        WriteObject(Runtime.GetIndicator(Name!, parameters, _bars), enumerateCollection: true);
    }

    private static Bar Read(PSObject bar)
    {
        var time = (bar.Properties["OpenTime"] ?? bar.Properties["Time"])?.Value;
        var at = time is DateTime t ? EventTime.FromDateTime(t) : time is long ms ? ms : EventTime.TryParseIso(time?.ToString(), out var iso) ? iso
            : throw new AxflException("BarUnreadable", ErrorKind.Data, $"'{bar}' has no Time that can be read.");
        return new Bar(at, Number(bar, "Open"), Number(bar, "High"), Number(bar, "Low"), Number(bar, "Close"), bar.Properties["Volume"] is null ? 0 : Number(bar, "Volume"));
    }

    private static double Number(PSObject bar, string name) =>
        LanguagePrimitives.TryConvertTo<double>(bar.Properties[name]?.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value
            : throw new AxflException("BarUnreadable", ErrorKind.Data, $"'{bar}' has no number {name}.");
}
