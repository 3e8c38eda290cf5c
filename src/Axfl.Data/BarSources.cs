using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Merge;
using Axfl.Data.Simulated;

namespace Axfl.Data;

/// <summary>Sources by name.</summary>
public static class BarSources
{
    /// <summary>Opens a source of history.</summary>
    /// <param name="source">csv, simulated, or auto: csv when there is a file for every symbol or the user says where they are, else simulated.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="warning">What the user should know of the choice; null: nothing.</param>
    /// <exception cref="AxflException">The source has no history here, or its files are missing.</exception>
    public static IBarSource Open(string source, SourceRequest request, out string? warning)
    {
        warning = null;
        switch (source)
        {
            case "csv":
                return CsvSource.Open(request);
            case "simulated":
                return new SimulatedSource(request);
            case "auto" when request.IsPlaceGiven || request.DataPath.Count > 0 || CsvSource.Covers(request):
                return CsvSource.Open(request);
            case "auto":
                warning = $"No bar files for every symbol in {request.DataDir}: the prices of this run are SIMULATED. Put real bars there ({Spelling.Command("Save-AxflHistory")}) or give {Spelling.Of("DataPath")}.";
                return new SimulatedSource(request);
            default:
                throw new AxflException("SourceUnfit", ErrorKind.Configuration,
                    $"A replay asks no provider, so that it can be repeated: save the bars of '{source}' into data_dir with {Spelling.Command("Save-AxflHistory")} and use csv, or use simulated.")
                { Target = source };
        }
    }
}
