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

    /// <summary>
    /// Looks at all of them again, by their content: size and time stay what they were when a file is put in place of another with the time of the first. Each is read once, and parsed only when
    /// there is something new.
    /// </summary>
    /// <param name="inForce">The hashes of the contents in force, in order.</param>
    /// <returns>Their events and hashes; null: they are as in force, or as at the last look.</returns>
    /// <exception cref="AxflException">As <see cref="Read"/>; the same one not twice in a row.</exception>
    public (IReadOnlyList<NewsEvent> Events, string Hash)? Look(string inForce)
    {
        NewsFiles files;
        try
        {
            files = Open();
        }
        catch (AxflException e)
        {
            if (!IsNew(e.Message)) return null;
            throw;
        }

        return IsNew(files.Hash) && files.Hash != inForce ? (Parse(files), files.Hash) : null;
    }

    /// <summary>Reads all of them.</summary>
    /// <returns>Their events together, and the hashes of their contents, in order.</returns>
    /// <exception cref="AxflException">One cannot be read, or has a line that cannot (<c>CalendarInvalid</c>).</exception>
    public (IReadOnlyList<NewsEvent> Events, string Hash) Read()
    {
        var files = Open();
        return (Parse(files), files.Hash);
    }

    private static List<NewsEvent> Parse(NewsFiles files)
    {
        List<NewsEvent> events = [];
        foreach (var file in files.Files)
        {
            var content = CalendarContent.Read(file.Content.Span, files.Zone);
            if (content.Faults is [var fault, ..])
            {
                throw new AxflException("CalendarInvalid", ErrorKind.Data, FormattableString.Invariant($"{file.Path}({fault.Line}): {fault.Message}"))
                { Target = file.Path, Line = fault.Line };
            }

            events.AddRange(content.Events);
        }

        return events;
    }

    private NewsFiles Open() => new([.. paths.Select(CalendarShelf.ReadFile)], zone);

    private bool IsNew(string seen)
    {
        if (seen == _seen) return false;
        _seen = seen;
        return true;
    }
}
