using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands;

/// <summary>Computes an indicator over bars from the pipeline, or describes the indicators there are.</summary>
[Cmdlet(VerbsCommon.Get, "AxflIndicator", DefaultParameterSetName = "List")]
[OutputType(typeof(IndicatorPoint), typeof(PSObject), typeof(IndicatorInfo))]
public sealed class GetAxflIndicatorCommand : AxflCmdlet
{
    private readonly List<Bar> _bars = [];

    /// <summary>Name of the indicator: ours, or the library's behind skender: or bare where ours has none.</summary>
    [Parameter(Position = 0, ParameterSetName = "List")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Compute")]
    [ArgumentCompleter(typeof(IndicatorCompleter))]
    public string? Name { get; set; }

    /// <summary>Parameters by name: numbers, words, true or false.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(IndicatorParameterCompleter))]
    public IDictionary Parameter { get; set; } = new Hashtable();

    /// <summary>Bars, oldest first: objects with Time, Open, High, Low, Close.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Compute", ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The second series of an indicator that compares two: as many bars, at the same times.</summary>
    [Parameter(ParameterSetName = "Compute")]
    public PSObject[]? Other { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject) Read(item, _bars);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Attempt(() =>
    {
        var values = Parameter.Keys.Cast<object>().ToDictionary(
            k => Convert.ToString(k, CultureInfo.InvariantCulture)!, k => Parameter[k] is PSObject wrapped ? wrapped.BaseObject : Parameter[k], StringComparer.OrdinalIgnoreCase);
        if (ParameterSetName == "List")
        {
            // Nothing came through the pipeline: nothing comes out.
            if (!MyInvocation.ExpectingInput) List(values);
        }
        else
        {
            foreach (var row in Runtime.GetIndicator(new IndicatorRequest(Name!, values, _bars) { Other = Second() })) WriteObject(Shown(row));
        }
    }, Name);

    private void List(Dictionary<string, object?> values)
    {
        if (Name is { } name && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteObject(Runtime.DescribeIndicator(name, values));
            return;
        }

        var pattern = WildcardPattern.Get(Name ?? "*", WildcardOptions.IgnoreCase);
        var catalogue = Runtime.Indicators;
        foreach (var info in catalogue.Indicators.Where(i => pattern.IsMatch(i.Name))) WriteObject(info);
        if (catalogue.Note.Length > 0) WriteVerbose(catalogue.Note);
        foreach (var not in catalogue.NotOffered) WriteVerbose("Not offered: " + not);
    }

    private List<Bar>? Second()
    {
        if (Other is null) return null;
        var bars = new List<Bar>(Other.Length);
        foreach (var item in Other) Read(item, bars);
        return bars;
    }

    private void Read(PSObject item, List<Bar> bars)
    {
        if (BarReading.TryRead(item, out var bar, out var why)) bars.Add(bar);
        else WriteError(ErrorRecords.BarInvalid(item, why));
    }

    // One of ours is a point; a library's is an object with a property for each result.
    private static object Shown(IndicatorRow row)
    {
        if (row.Results is [{ Key: var only }] && only == row.Name) return new IndicatorPoint(row.Time, row.Name, row.Value);
        var shown = new PSObject();
        shown.TypeNames.Insert(0, "Axfl.Indicator");
        shown.Properties.Add(new PSNoteProperty("Time", row.Time));
        shown.Properties.Add(new PSNoteProperty("Name", row.Name));
        shown.Properties.Add(new PSNoteProperty("Value", row.Value));
        foreach (var (name, value) in row.Results)
            if (shown.Properties[name] is null) shown.Properties.Add(new PSNoteProperty(name, value));
        return shown;
    }
}
