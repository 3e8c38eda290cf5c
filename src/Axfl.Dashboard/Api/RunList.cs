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
        foreach (var report in runs.Directories().Take(Most).Select(d => ReportOf(d, time)))
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

    // One directory that cannot be read does not hide the others, and is not hidden itself.
    private static RunReport ReportOf(string directory, TimeProvider time)
    {
        try
        {
            return RunReports.Of(directory, time);
        }
        catch (AxflException e)
        {
            return new RunReport { Run = Path.GetFileName(directory), Directory = directory, State = RunStates.Failed, Mode = "", Error = e.Message };
        }
    }
}
