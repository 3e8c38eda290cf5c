using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Calendars;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Calendars;

/// <summary>The calendars of a live run, which its user writes anew from time to time.</summary>
/// <param name="paths">Their files, absolute.</param>
/// <param name="zone">Zone of times that carry none; null: there is none.</param>
public sealed class LiveCalendars(IReadOnlyList<string> paths, TimeZoneInfo? zone)
{
    private string _seen = "";

    /// <summary>The files.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Whether a file was written, removed or made since the last question; at the first one yes.</summary>
    public bool HaveChanged()
    {
        var now = string.Join('|', paths.Select(Stamp));
        if (now == _seen) return false;
        _seen = now;
        return true;
    }

    /// <summary>Reads all of them.</summary>
    /// <returns>Their events together, and the hashes of their contents, in order.</returns>
    /// <exception cref="AxflException">One cannot be read, or has a line that cannot (<c>CalendarInvalid</c>).</exception>
    public (IReadOnlyList<NewsEvent> Events, string Hash) Read()
    {
        List<NewsEvent> events = [];
        List<CalendarFile> files = [];
        foreach (var path in paths)
        {
            var file = CalendarShelf.ReadFile(path);
            var content = CalendarContent.Read(file.Content.Span, zone);
            if (content.Faults is [var fault, ..])
                throw new AxflException("CalendarInvalid", ErrorKind.Data, FormattableString.Invariant($"{path}({fault.Line}): {fault.Message}")) { Target = path, Line = fault.Line };
            files.Add(file);
            events.AddRange(content.Events);
        }

        return (events, new NewsFiles(files, zone).Hash);
    }

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "";
    }
}
