namespace Axfl.Contracts;

/// <summary>What <c>Export-AxflSweepReport</c> and <c>axfl sweep report</c> ask for: the report of a sweep of a store.</summary>
/// <param name="Sweep">Name of the sweep.</param>
public sealed record SweepReportRequest(string Sweep)
{
    /// <summary>Which store.</summary>
    public SweepStoreRequest Store { get; init; } = new();

    /// <summary>Where it is written, absolute; null: <see cref="SweepReportFile.DefaultName"/> in the working directory of <see cref="Store"/>.</summary>
    public string? Path { get; init; }

    /// <summary>Whether a file at <see cref="Path"/> that is no report of this sweep is replaced. Default false.</summary>
    public bool Force { get; init; }
}

/// <summary>A report of a sweep that was written.</summary>
/// <param name="Sweep">Name of the sweep.</param>
/// <param name="Path">The file, absolute.</param>
public sealed record SweepReportFile(string Sweep, string Path)
{
    /// <summary>Name of the report of a sweep: its own with <c>.html</c>; what is neither letter, digit, - nor _ becomes _.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    public static string DefaultName(string sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return string.Concat(sweep.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')) + ".html";
    }
}
