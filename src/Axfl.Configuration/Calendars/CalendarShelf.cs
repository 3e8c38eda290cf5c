using System.Security.Cryptography;
using System.Text;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Calendars;
using Axfl.Data.Disk;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Calendars;

/// <summary>The calendars that the plans of one sessions file name: each is read and parsed once, for any number of plans on any number of threads.</summary>
internal sealed class CalendarShelf
{
    private readonly object _lock = new();
    private readonly Dictionary<string, CalendarFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, string Zone), CalendarContent> _contents = [];
    private readonly Dictionary<string, NewsCalendar> _calendars = new(StringComparer.Ordinal);

    /// <param name="given">Texts of calendars by path, where they are not files; null: all are files.</param>
    public CalendarShelf(IReadOnlyDictionary<string, string>? given = null)
    {
        foreach (var (path, text) in given ?? new Dictionary<string, string>()) _files.Add(path, FileOf(path, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The texts of all that were read, by path.</summary>
    public IReadOnlyDictionary<string, string> Texts
    {
        get
        {
            lock (_lock) return _files.Values.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content.Span), StringComparer.Ordinal);
        }
    }

    /// <summary>A calendar's file.</summary>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="AxflException">It cannot be read (<c>FileUnreadable</c>).</exception>
    public CalendarFile Open(string path)
    {
        lock (_lock)
        {
            return _files.TryGetValue(path, out var known) ? known : _files[path] = ReadFile(path);
        }
    }

    /// <summary>What a file says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="zone">Zone of times that carry none; null: there is none.</param>
    public CalendarContent Parse(CalendarFile file, TimeZoneInfo? zone)
    {
        lock (_lock)
        {
            var key = (file.Path, zone?.Id ?? "");
            return _contents.TryGetValue(key, out var known) ? known : _contents[key] = CalendarContent.Read(file.Content.Span, zone);
        }
    }

    /// <summary>The events of several files together. Plans that name the same files share them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="zone">Zone of times that carry none; null: there is none.</param>
    /// <param name="events">Their events.</param>
    public NewsCalendar Together(IReadOnlyList<CalendarFile> files, TimeZoneInfo? zone, IEnumerable<NewsEvent> events)
    {
        lock (_lock)
        {
            var key = string.Join('\n', files.Select(f => f.Path).Append(zone?.Id ?? ""));
            return _calendars.TryGetValue(key, out var known) ? known : _calendars[key] = new NewsCalendar(events);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="AxflException">It cannot be read (<c>FileUnreadable</c>).</exception>
    public static CalendarFile ReadFile(string path) =>
        FileOf(path, InputErrors.Guard(path, () => RegularFile.ReadAll(path, CalendarContent.MostBytes)));

    private static CalendarFile FileOf(string path, byte[] content) => new(path, Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant(), content);
}
