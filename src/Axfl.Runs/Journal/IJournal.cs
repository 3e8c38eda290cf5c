using System.Text.Json;

namespace Axfl.Runs.Journal;

/// <summary>Takes lines: writes them down, or compares them with what was written.</summary>
internal interface IJournal
{
    /// <summary>Begins a line; its members are written to what is returned.</summary>
    Utf8JsonWriter Begin(string kind);

    /// <summary>Ends the line begun.</summary>
    void End();
}
