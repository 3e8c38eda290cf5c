using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;

namespace Axfl.Dashboard.Follow;

/// <summary>How a run is: its now.json when it is replaced, without one its last status line, and whether its process is still there.</summary>
/// <param name="directory">Run directory.</param>
/// <param name="time">Clock.</param>
internal sealed class RunNow(string directory, TimeProvider time)
{
    // A run says something every five seconds: one that does not is asked for among the processes.
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(6), AskAgain = TimeSpan.FromSeconds(2);

    private (string Path, DateTime Written, long Length) _seen;
    private long _asked;
    private bool _hasAsked;

    /// <summary>The content: an object with <c>status</c>, <c>written_at</c> and what else now.json has; null before the first.</summary>
    public JsonElement? Content { get; private set; }

    /// <summary>When it was written, UTC; null before the first.</summary>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>running, ended, stopped, failed or killed.</summary>
    public string State { get; private set; } = RunStates.Running;

    /// <summary>What ended it, or what is wrong with its files; null: nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>Time of the run, UTC; null before the first status.</summary>
    public DateTime? Now => Time(Status, "now");

    private JsonElement? Status => Content is { } c && c.TryGetProperty("status", out var s) && s.ValueKind == JsonValueKind.Object ? s : null;

    /// <summary>Looks.</summary>
    /// <returns>Whether anything is another than at the last look.</returns>
    public bool Look()
    {
        var isNew = LookAtFile();
        var isSilent = State != RunStates.Running || WrittenAt is not { } at || time.GetUtcNow() - at > Silent;
        if (!isNew && !isSilent) return false;
        if (!isNew && _hasAsked && time.GetElapsedTime(_asked) < AskAgain) return false;
        return Ask(isSilent) || isNew;
    }

    private bool Ask(bool isSilent)
    {
        (_asked, _hasAsked) = (time.GetTimestamp(), true);
        var (state, error) = (State, Error);
        // What was written a moment ago may have been copied here.
        isSilent |= Text(Content, "state")?.GetString() == RunStates.Running && RunReports.IsLeft(directory);
        if (isSilent || Content is null)
        {
            try
            {
                var report = RunReports.Of(directory, time);
                (State, Error) = (report.State, report.Error);
            }
            catch (AxflException e)
            {
                Error = e.Message;
            }
        }
        else
        {
            // What was written a moment ago was written by a process that is there, or that has said how it ended.
            State = Text(Content, "state")?.GetString() ?? State;
            Error = null;
        }

        return state != State || error != Error;
    }

    private bool LookAtFile()
    {
        var file = Newest();
        if (file is null || _seen == (file.FullName, file.LastWriteTimeUtc, file.Length)) return false;
        try
        {
            if (Read(file) is not { } content) return false;
            Content = content;
            WrittenAt = Time(content, "written_at") ?? file.LastWriteTimeUtc;
            _seen = (file.FullName, file.LastWriteTimeUtc, file.Length);
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JsonException or FormatException)
        {
            // It is being replaced: the next look finds a whole one.
            return false;
        }
    }

    // A member of another kind is as none: nothing is known of who wrote the file.
    private static JsonElement? Text(JsonElement? of, string name) =>
        of is { } o && o.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text : null;

    private static DateTime? Time(JsonElement? of, string name) => Text(of, name) is { } text && text.TryGetDateTime(out var time) ? time.ToUniversalTime() : null;

    private FileInfo? Newest()
    {
        var now = new FileInfo(Path.Combine(directory, RunFiles.Now));
        if (now.Exists) return now;
        var folder = new DirectoryInfo(directory);
        return folder.Exists ? folder.EnumerateFiles(RunFiles.StatusPattern).OrderBy(f => f.Name, StringComparer.Ordinal).LastOrDefault() : null;
    }

    private static JsonElement? Read(FileInfo file)
    {
        using var document = JsonDocument.Parse(file.Name == RunFiles.Now ? RegularFile.ReadAll(file.FullName, RunFiles.MostBytes) : LastStatus(file));
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
    }

    // As now.json of a run that knows no more than its status.
    private static byte[] LastStatus(FileInfo file)
    {
        byte[] line = [];
        var end = BackwardLines.EndOf(file.FullName);
        BackwardLines.Read(file.FullName, end, end, (text, _) => line = text.ToArray(), () => line.Length == 0);
        return [.. "{\"status\":"u8, .. line.Length == 0 ? "null"u8 : line, .. Encoding.UTF8.GetBytes($",\"written_at\":\"{EventTime.ToIso(EventTime.FromDateTime(file.LastWriteTimeUtc))}\"}}")];
    }
}
