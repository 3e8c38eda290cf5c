using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Reads the statuses of a run directory, and holds the last one against its summary: both are of the run's end.</summary>
public static class StatusFiles
{
    /// <summary>All, in order; a torn last line of a run under way is left out.</summary>
    /// <exception cref="AxflException">A line is no status; the message names file and line. After the last one: the run ended with another (<c>StatusesIncomplete</c>).</exception>
    public static IEnumerable<PortfolioStatus> Read(string directory)
    {
        var ended = EndedRun.Of(directory);
        PortfolioStatus? last = null;
        foreach (var file in Files(directory))
            foreach (var line in LineFile.Read(file))
                yield return last = Parse(line, file);
        if (Fault(directory, ended, last) is { } fault) throw fault;
    }

    /// <summary>The newest.</summary>
    /// <exception cref="AxflException">There is none yet (<c>StatusNotFound</c>), or the run ended with another (<c>StatusesIncomplete</c>).</exception>
    public static PortfolioStatus Last(string directory)
    {
        var ended = EndedRun.Of(directory);
        var last = Newest(directory);
        if (Fault(directory, ended, last) is { } fault) throw fault;
        return last ?? throw new AxflException("StatusNotFound", ErrorKind.Data, $"{directory} has no status yet: is it a run directory?") { Target = directory };
    }

    /// <summary>The newest; null: there is none yet, the run was killed before its first, or all were removed.</summary>
    /// <exception cref="AxflException">It is no status; the message names file and line. Or the run ended with another (<c>StatusesIncomplete</c>).</exception>
    internal static PortfolioStatus? LastOrNone(string directory)
    {
        var ended = EndedRun.Of(directory);
        return Newest(directory) is not { } last ? null : Fault(directory, ended, last) is { } fault ? throw fault : last;
    }

    private static PortfolioStatus? Newest(string directory)
    {
        foreach (var file in Files(directory).AsEnumerable().Reverse())
            if (LineFile.Read(file).LastOrDefault() is { Text: not null } line) return Parse(line, file);
        return null;
    }

    private static AxflException? Fault(string directory, EndedRun? ended, PortfolioStatus? last)
    {
        if (ended is not { IsWhole: true } || IsOf(ended, last) || !ended.IsStill(directory)) return null;
        var trades = ended.Metrics.Trades;
        var what = last is null ? $"The statuses of the run are missing. {RunFiles.Summary} holds its totals. Restore {RunFiles.StatusPattern} from a copy, or run again."
            : last.Total.Trades < trades ? $"The last statuses of the run are missing: the last one there is, of {EventTime.ToIso(EventTime.FromDateTime(last.Now))}, has {Counted.Of(last.Total.Trades, "trade")}, and the run ended with {trades}. {RunFiles.Summary} holds its totals. Restore {RunFiles.StatusPattern} from a copy, or run again."
            : $"The last status has {Counted.Of(last.Total.Trades, "trade")} and the ledger hash {last.LedgerHash}, and {RunFiles.Summary} has {trades} and {ended.LedgerHash}: one of the two files was changed. Restore them from a copy, or run again.";
        return new AxflException("StatusesIncomplete", ErrorKind.Data, $"{directory}: {what}") { Target = directory };
    }

    // Statuses of the older program have neither a total nor a ledger hash.
    private static bool IsOf(EndedRun ended, PortfolioStatus? last) =>
        last is not null && (last.LedgerHash.Length == 0 || (last.Total.Trades == ended.Metrics.Trades && last.LedgerHash == ended.LedgerHash));

    private static PortfolioStatus Parse((string Text, int Number) line, string file)
    {
        try
        {
            return StatusReading.Read(line.Text);
        }
        catch (AxflException e)
        {
            throw new AxflException(e.ErrorId, e.Kind, $"{file}({line.Number}): {e.Message}", e) { Target = file, RecommendedAction = RunErrors.Restore };
        }
    }

    private static string[] Files(string directory) =>
        Directory.Exists(directory) ? [.. Directory.GetFiles(directory, RunFiles.StatusPattern).Order(StringComparer.Ordinal)] : [];
}
