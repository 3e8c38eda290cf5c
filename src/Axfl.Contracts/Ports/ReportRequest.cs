namespace Axfl.Contracts;

/// <summary>What <c>Export-AxflReport</c> and <c>axfl report</c> ask for: the report of a run directory.</summary>
public sealed record ReportRequest : MeasureRequest
{
    /// <summary>Where it is written, absolute; null: <c>report.html</c> in the run's directory.</summary>
    public string? Path { get; init; }

    /// <summary>Which bars go into it, of <see cref="ReportBars.All"/>. Default auto.</summary>
    public string Bars { get; init; } = ReportBars.Auto;

    /// <summary>Whether the results of refused orders and the bounds of undecided trades are found, by running the plan again. Default true.</summary>
    public bool Shadow { get; init; } = true;

    /// <summary>Whether a file at <see cref="Path"/> that is no report of this run is replaced. Default false.</summary>
    public bool Force { get; init; }
}

/// <summary>Which bars of a run go into its report.</summary>
public static class ReportBars
{
    /// <summary>All bars of a run of up to 400,000; of a longer one those around its orders and trades, and 4-hour bars of the whole.</summary>
    public const string Auto = "auto";

    /// <summary>All bars.</summary>
    public const string Every = "all";

    /// <summary>None: no candle view, no results of refused orders, no bounds of undecided trades.</summary>
    public const string None = "none";

    /// <summary>The words there are.</summary>
    public static IReadOnlyList<string> All { get; } = [Auto, Every, None];
}

/// <summary>A report that was written.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Path">The file, absolute.</param>
/// <param name="LeftOut">What is not in it, why, and which option would bring it back, one line each; empty: nothing.</param>
public sealed record ReportFile(string Run, string Path, IReadOnlyList<string> LeftOut)
{
    /// <summary>Name of a report in the directory of its run.</summary>
    public const string DefaultName = "report.html";

    /// <summary>Why not all of it is to be trusted, one line each; default: empty, nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
