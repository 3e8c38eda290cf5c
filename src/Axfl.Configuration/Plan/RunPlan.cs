using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Plan;

/// <summary>The effective plan of a run: what the sessions file, the tuned defaults and the command line say together.</summary>
public sealed record RunPlan
{
    /// <summary>Name of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Path of the sessions file as given, or <see cref="SessionsFile.ShippedName"/>.</summary>
    public required string SessionsPath { get; init; }

    /// <summary>The engine's plan. Its Since is 0 here: the start of a run is no part of the file.</summary>
    public required EnginePlan Engine { get; init; }

    /// <summary>auto, simulated, csv, or the name of a provider.</summary>
    public string Source { get; init; } = "auto";

    /// <summary>Venue prefix of symbols at providers that need one. Default OANDA.</summary>
    public string Venue { get; init; } = "OANDA";

    /// <summary>Folder where csv looks, absolute.</summary>
    public required string DataDir { get; init; }

    /// <summary>Files, folders or <c>SYMBOL=path</c> that csv reads instead of <see cref="DataDir"/>, absolute; empty: none named.</summary>
    public IReadOnlyList<string> DataPath { get; init; } = [];

    /// <summary>Whether the command line says where the bars are: then none of them is made up.</summary>
    public bool IsDataGiven { get; init; }

    /// <summary>Zone of csv times that carry none (IANA, <c>UTC+02:00</c>, <c>America/New_York+7</c>); null: the file's dialect says.</summary>
    public string? DataTimezone { get; init; }

    /// <summary>Names of csv's columns, separated by commas; null: detected.</summary>
    public string? DataColumns { get; init; }

    /// <summary>Form of csv's times; null: detected.</summary>
    public string? DataTimeFormat { get; init; }

    /// <summary>Market days of bars before the start, never traded, 0 to 365. Default 3.</summary>
    public int WarmupDays { get; init; } = 3;

    /// <summary>Live: wall seconds between status blocks, positive. Default 180.</summary>
    public int StatusEverySeconds { get; init; } = 180;

    /// <summary>Replay: bars of the first symbol between status blocks, positive. Default 36.</summary>
    public int StatusEveryBars { get; init; } = 36;

    /// <summary>How a live run takes prices.</summary>
    public LivePlan Live { get; init; } = new();

    /// <summary>Who is told of the run; null: nobody.</summary>
    public AlertPlan? Alerts { get; init; }

    /// <summary>Dates (in a window's zone) on which no window starts, yyyy-MM-dd.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>Where the events of <see cref="EnginePlan.News"/> come from.</summary>
    public NewsFiles NewsFiles { get; init; } = NewsFiles.None;

    /// <summary>The plan for people: values with their origins, warnings, and the plan as a loadable file.</summary>
    public required SessionsProfile Description { get; init; }
}
