using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Computes an indicator over bars from the pipeline, or lists the indicators there are.</summary>
[Cmdlet(VerbsCommon.Get, "AxflIndicator", DefaultParameterSetName = "List")]
[OutputType(typeof(IndicatorPoint), typeof(string))]
public sealed class GetAxflIndicatorCommand : AxflCmdlet
{
    private readonly List<Bar> _bars = [];

    /// <summary>Name of the indicator.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Compute")]
    [ArgumentCompleter(typeof(IndicatorCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Parameters by name, numbers.</summary>
    [Parameter(Position = 1, ParameterSetName = "Compute")]
    public IDictionary Parameter { get; set; } = new Hashtable();

    /// <summary>Bars, oldest first: objects with Time, Open, High, Low, Close.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Compute", ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            if (BarReading.TryRead(item, out var bar, out var why)) _bars.Add(bar);
            else WriteError(ErrorRecords.BarInvalid(item, why));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        if (ParameterSetName == "List")
        {
            WriteObject(Runtime.Indicators.Names, enumerateCollection: true);
            WriteVerbose(Runtime.Indicators.Note);
            return;
        }

        var values = Parameter.Keys.Cast<object>().ToDictionary(
            k => Convert.ToString(k, CultureInfo.InvariantCulture)!, k => Convert.ToDouble(Parameter[k], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
        WriteObject(Runtime.GetIndicator(Name, values, _bars), enumerateCollection: true);
    }, Name);
}
