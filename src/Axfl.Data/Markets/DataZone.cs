using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Contracts;

namespace Axfl.Data.Markets;

/// <summary>
/// The clock in which a file's times are written: an IANA zone, a fixed offset (<c>UTC+02:00</c>), or an IANA zone and some hours
/// (<c>America/New_York+7</c>, the clock of many brokers: it changes when New York does). The one reader of such names.
/// </summary>
public sealed partial class DataZone
{
    /// <summary>How a zone is written, for messages.</summary>
    public const string Forms = "an IANA name (UTC, Europe/London, America/New_York), an offset (UTC+02:00), or an IANA name with hours (America/New_York+7, the clock of many brokers)";

    private const int MostHours = 14;

    /// <summary>UTC.</summary>
    public static readonly DataZone Utc = new("UTC", TimeZoneInfo.Utc, 0);

    private readonly TimeZoneInfo _zone;
    private readonly long _ahead;

    private DataZone(string id, TimeZoneInfo zone, long ahead)
    {
        Id = id;
        _zone = zone;
        _ahead = ahead;
        IsUtc = ahead == 0 && zone.Equals(TimeZoneInfo.Utc);
    }

    /// <summary>Its name, in the form that <see cref="TryFind"/> reads.</summary>
    public string Id { get; }

    /// <summary>Whether it is UTC itself.</summary>
    public bool IsUtc { get; }

    /// <summary>The zone of a name; null when there is none.</summary>
    public static DataZone? TryFind(string name)
    {
        if (FindIana(name) is { } zone) return new DataZone(zone.Id, zone, 0);
        var form = OffsetForm().Match(name);
        if (!form.Success) return null;
        var minutes = int.Parse(form.Groups["h"].Value, CultureInfo.InvariantCulture) * 60
            + (form.Groups["m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0);
        if (minutes > MostHours * 60) return null;
        if (form.Groups["s"].Value == "-") minutes = -minutes;
        var place = form.Groups["zone"].Value;
        if (place.ToUpperInvariant() is "" or "UTC" or "GMT" or "Z") return Fixed(minutes);
        return FindIana(place) is { } beside ? new DataZone(beside.Id + Written(minutes, form.Groups["m"].Success), beside, minutes * EventTime.Minute) : null;
    }

    /// <summary>The zone of a name.</summary>
    /// <exception cref="AxflException">There is none.</exception>
    public static DataZone Find(string name) => TryFind(name)
        ?? throw new AxflException("TimeZoneUnknown", ErrorKind.Configuration, $"'{name}' is not a time zone: use {Forms}.") { Target = name };

    /// <summary>A fixed offset, minutes ahead of UTC.</summary>
    public static DataZone Fixed(int minutes) => minutes == 0 ? Utc
        : new DataZone("UTC" + Written(minutes, true), TimeZoneInfo.Utc, minutes * EventTime.Minute);

    /// <summary>The clock of many brokers, whose day ends at 17:00 New York: seven hours ahead of it in summer and winter.</summary>
    internal static DataZone NewYorkClose() => new("America/New_York+7", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), 7 * 60 * EventTime.Minute);

    /// <summary>
    /// An IANA zone; null when the name is none. Names of files beside the zones ("localtime") would make a plan depend on the machine; "Factory" stands for
    /// a clock that nobody has set.
    /// </summary>
    public static TimeZoneInfo? FindIana(string name)
    {
        if (name == "UTC") return TimeZoneInfo.Utc;
        if (!IsIanaForm(name) || name.StartsWith("posix", StringComparison.Ordinal) || name.StartsWith("right/", StringComparison.Ordinal)
            || name is "localtime" or "Factory") return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;
    }

    /// <summary>A local time, given as if it were UTC (unix ms), as an instant: a missing hour moves forward, an ambiguous time is the earlier.</summary>
    public long ToUtc(long local)
    {
        local -= _ahead;
        if (_zone.Equals(TimeZoneInfo.Utc)) return local;
        var date = (int)Math.Floor((double)local / EventTime.Day);
        var inDay = local - date * EventTime.Day;
        return LocalTime.ToUtc(_zone, date, (int)(inDay / EventTime.Minute)) + inDay % EventTime.Minute;
    }

    /// <summary>What its clock shows at an instant, as if it were UTC; both unix ms.</summary>
    public long ToLocal(long time) => time + (long)_zone.GetUtcOffset(EventTime.ToDateTime(time)).TotalMilliseconds + _ahead;

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static string Written(int minutes, bool withMinutes)
    {
        var sign = minutes < 0 ? '-' : '+';
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), 60);
        return withMinutes || rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{rest:00}") : string.Create(CultureInfo.InvariantCulture, $"{sign}{hours}");
    }

    // Up to four words of letters, digits, '_', '+' and '-' with '/' between them, the first character a letter.
    private static bool IsIanaForm(string name)
    {
        var words = 1;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (i == 0 ? !char.IsAsciiLetter(c) : !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '+' or '-' or '/')) return false;
            if (c == '/' && (++words > 4 || name[i - 1] == '/')) return false;
        }

        return name.Length > 0 && name[^1] != '/';
    }

    [GeneratedRegex(@"^(?<zone>[A-Za-z][A-Za-z0-9_/+-]*?)?(?<s>[+-])(?<h>\d{1,2})(:(?<m>[0-5]\d))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetForm();
}
