using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that run a plan over bars: how csv is read, and strategies of the user's own.</summary>
public abstract class BarsCmdlet : AxflCmdlet
{
    /// <summary>Zone of csv times that have none: IANA, UTC+02:00, or IANA with hours, America/New_York+7.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? DataTimezone { get; set; }

    /// <summary>Names of the csv columns in order: time, open, high, low, close, volume; default: found in the file.</summary>
    [Parameter]
    public string[] Columns { get; set; } = [];

    /// <summary>How times in the csv are written: iso, unix, unix_ms, or a pattern such as 'dd/MM/yyyy HH:mm'; default: found in the file.</summary>
    [Parameter]
    public string? TimeFormat { get; set; }

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <summary>A request that has these parameters; the rest of it is the command's.</summary>
    internal RunRequest BarsRequest() => new()
    {
        DataTimezone = DataTimezone,
        DataColumns = Columns.Length > 0 ? string.Join(',', Columns) : null,
        DataTimeFormat = TimeFormat,
        StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
        WorkingDirectory = WorkingDirectory,
    };
}
