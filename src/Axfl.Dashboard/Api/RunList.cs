using Axfl.Contracts;
using Axfl.Dashboard.Follow;
using Axfl.Runs.Files;

namespace Axfl.Dashboard.Api;

/// <summary>The runs to choose from.</summary>
internal static class RunList
{
    /// <summary>The most runs that are told; the newest.</summary>
    public const int Most = 100;

    /// <summary>As JSON: their ids, newest first, how they are, and which one was asked for.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="time">Clock.</param>
    public static byte[] ToJson(RunCatalogue runs, TimeProvider time) => EventJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", Product.Version);
        json.WriteString("pinned", runs.Pinned);
        json.WriteStartArray("runs");
        // By their starts: some file systems do not know when a folder was made.
        foreach (var report in runs.Ids().Take(Most).Select(id => ReportOf(runs, id, time)).OfType<RunReport>().OrderByDescending(r => r.Started ?? DateTime.MinValue))
        {
            json.WriteStartObject();
            json.WriteString("run", report.Run);
            json.WriteString("state", report.State);
            json.WriteString("mode", report.Mode);
            if (report.Started is { } started) json.WriteString("started", started);
            json.WriteString("error", report.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    // One directory that cannot be read does not hide the others.
    private static RunReport? ReportOf(RunCatalogue runs, string id, TimeProvider time)
    {
        try
        {
            return runs.Find(id) is { } directory ? RunReports.Of(directory, time) : null;
        }
        catch (AxflException)
        {
            return null;
        }
    }
}
