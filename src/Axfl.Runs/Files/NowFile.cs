using System.Text.Json.Serialization;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>What others read of now.json: who writes it, when it did, and how the run is.</summary>
/// <param name="ProcessId">Process of the run.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="State">running, ended, stopped or failed.</param>
/// <param name="Status">Of its status; null before the first.</param>
internal sealed record NowFile([property: JsonPropertyName("pid")] int ProcessId, DateTime WrittenAt, string State, NowStatus? Status)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null when there is none, or none that is whole: a run says more within seconds.</returns>
    public static NowFile? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonReading.Read<NowFile>(RegularFile.ReadAll(path, RunFiles.MostBytes));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException || JsonReading.IsDamage(e))
        {
            return null;
        }
    }
}

/// <summary>What others read of the status in it.</summary>
/// <param name="Mode">replay or ws.</param>
/// <param name="Error">Why the run could not do its job then; null: it could.</param>
/// <param name="Run">Id of the run.</param>
internal sealed record NowStatus(string Mode, string? Error, string? Run);
