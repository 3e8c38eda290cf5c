using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Live;

/// <summary>Reads what the processes before this one did from the files of a resumed run, which its journal has just proved.</summary>
internal static class PastOfRun
{
    // States of the feed are of interest for minutes; a segment may just have begun.
    private const int Segments = 2;

    /// <summary>Reads it.</summary>
    public static RunPast Of(LiveSession session)
    {
        session.Recorder.Flush();
        return new RunPast
        {
            Until = session.Fold.Now == long.MinValue ? session.Plan.Engine.Since : session.Fold.Now,
            Trades = [.. session.Recorder.Trades],
            TradeDays = [.. session.Recorder.TradeDays],
            Positions = session.Fold.Engine.View().Positions,
            Decisions = DecisionsFile.Read(session.Directory.FileOf(RunFiles.Decisions)),
            Halts = [.. HaltsFile.Read(session.Directory.FileOf(RunFiles.Halts)).Select(static h => new PastHalt(
                EventTime.FromDateTime(h.Time), h.Halt, h.Strategy ?? "", h.On, h.Value ?? double.NaN, h.Limit ?? double.NaN))],
            Feed = [.. JournalReader.Parts(session.Directory.Path).TakeLast(Segments).SelectMany(static s => Feed(s.Path))],
        };
    }

    private static IEnumerable<PastFeedState> Feed(string path)
    {
        var kind = $"\"k\":\"{JournalKind.Feed}\"";
        foreach (var (text, _) in LineFile.Read(path))
        {
            if (!text.Contains(kind, StringComparison.Ordinal)) continue;
            using var line = JsonDocument.Parse(text);
            yield return new PastFeedState(
                line.RootElement.GetProperty("t").GetInt64(), line.RootElement.GetProperty("state").GetString()!, line.RootElement.GetProperty("detail").GetString()!);
        }
    }
}
