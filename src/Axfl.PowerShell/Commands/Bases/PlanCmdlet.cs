using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Arguments;
using Axfl.PowerShell.Completion;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that start a run of a profile, or look whether one can be started: its plan, its bars and the servers of its prices.</summary>
public abstract class PlanCmdlet : BarsCmdlet
{
    /// <summary>Profile of the sessions file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "portfolio";

    /// <summary>Bars for csv or for warm-up: folders, files, or SYMBOL=path; for journal: a run directory.</summary>
    [Parameter]
    public string[] DataPath { get; set; } = [];

    /// <summary>Reads a bars file of which more than 100 lines, and more than 5 % of it, are rejected.</summary>
    [Parameter]
    public SwitchParameter AllowRejected { get; set; }

    /// <summary>Single overrides, KEY=VALUE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Folder with the runs; default logs.</summary>
    [Parameter]
    public string OutputDirectory { get; set; } = "logs";

    /// <summary>Address of the live feed's server instead of the provider's own: ws://, wss://, http:// or https://.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Endpoint { get; set; }

    /// <summary>Address of the history server for warm-up and gaps; default that of -Endpoint where given, else the provider's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HistoryEndpoint { get; set; }

    /// <summary>Allow plain ws or http to another machine than this; the API key then crosses the network in clear text.</summary>
    [Parameter]
    public SwitchParameter AllowPlain { get; set; }

    /// <summary>A request that has these parameters; the rest of it is the command's.</summary>
    /// <param name="sessions">Sessions file as given; null: the default.</param>
    /// <param name="source">Source as given; null: the file's.</param>
    internal RunRequest PlanRequest(string? sessions, string? source) => BarsRequest() with
    {
        SessionsPath = sessions is null ? null : Absolute(sessions),
        Profile = Profile,
        Set = Set,
        Source = source,
        DataPath = DataPathArgument.Resolve(DataPath, this),
        AllowRejected = AllowRejected,
        OutputDirectory = Absolute(OutputDirectory),
        Endpoint = Endpoint,
        HistoryEndpoint = HistoryEndpoint,
        AllowPlain = AllowPlain,
    };
}
