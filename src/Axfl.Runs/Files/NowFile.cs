using System.Text.Json;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>What others read of now.json: who writes it, when it did, and how the run is.</summary>
/// <param name="ProcessId">Process of the run.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="State">running, ended, stopped or failed.</param>
/// <param name="Mode">replay or ws; null before the first status.</param>
/// <param name="Error">Why the run could not do its job then; null: it could.</param>
/// <param name="Run">Id of the run; null before the first status.</param>
internal sealed record NowFile(int ProcessId, DateTime WrittenAt, string State, string? Mode, string? Error, string? Run = null)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null when there is none, or none that is whole: a run says more within seconds.</returns>
    public static NowFile? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(RegularFile.ReadAll(path, RunFiles.MostBytes));
            var now = document.RootElement;
            var status = now.GetProperty("status");
            var hasStatus = status.ValueKind == JsonValueKind.Object;
            return new NowFile(
                now.GetProperty("pid").GetInt32(), now.Time("written_at"), now.Text("state"), hasStatus ? status.Text("mode") : null,
                hasStatus ? status.TextOrNull("error") : null,
                hasStatus ? status.TextOrNull("run") : null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException || JsonReading.IsDamage(e))
        {
            return null;
        }
    }
}
