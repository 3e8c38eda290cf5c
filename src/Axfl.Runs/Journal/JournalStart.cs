using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>The first line of a journal: which run this is.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Profile">Profile.</param>
/// <param name="Feed">Where prices come from.</param>
/// <param name="Version">Version of Axfl.</param>
/// <param name="PlanHash">Lower-case hex SHA-256 of plan.yaml.</param>
/// <param name="Since">Start of trading, unix ms.</param>
/// <param name="Time">When prices began, unix ms.</param>
/// <param name="Symbols">Symbols in plan order; lines name them by index.</param>
/// <param name="Rules">By which rules its inputs are folded: see <see cref="NewestRules"/>.</param>
internal sealed record JournalStart(
    string Run, string Profile, string Feed, string Version, string PlanHash, long Since, long Time, IReadOnlyList<string> Symbols,
    int Rules = 1)
{
    /// <summary>Address of the feed's server without user and query; null: the provider's own.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Address of the history server likewise; null: none was given.</summary>
    public string? HistoryEndpoint { get; init; }

    /// <summary>Files of the news calendar, absolute, which are looked at again when they change; none: the plan has no news.</summary>
    public IReadOnlyList<string> Calendars { get; init; } = [];

    /// <summary>Hash of the calendars that the run began with: those beside its plan; null: none, or a version without news wrote it.</summary>
    public string? CalendarHash { get; init; }

    /// <summary>
    /// The rules of new runs. 1, those of journals that do not say: prices are judged by ATR alone, five far ones in a row are believed, and the feed says
    /// what is stale. 2: a price guard that needs no ATR; a price is fresh by its age alone.
    /// </summary>
    public const int NewestRules = 2;

    /// <summary>Format of journals of this version.</summary>
    public const string Format = "axfl-journal-1";

    /// <summary>Hash of a plan's text.</summary>
    public static string HashOf(string plan) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plan))).ToLowerInvariant();

    /// <summary>Writes it.</summary>
    public void Write(IJournal journal)
    {
        var json = journal.Begin(JournalKind.Start);
        json.WriteNumber("t"u8, Time);
        json.WriteString("format"u8, Format);
        json.WriteString("run"u8, Run);
        json.WriteString("profile"u8, Profile);
        json.WriteString("feed"u8, Feed);
        json.WriteString("version"u8, Version);
        json.WriteString("plan"u8, PlanHash);
        json.WriteString("since"u8, Since.ToString(CultureInfo.InvariantCulture));
        json.WriteString("symbols"u8, string.Join(' ', Symbols));
        if (Rules > 1) json.WriteNumber("rules"u8, Rules);
        if (Endpoint is not null) json.WriteString("endpoint"u8, Endpoint);
        if (HistoryEndpoint is not null) json.WriteString("history_endpoint"u8, HistoryEndpoint);
        if (Calendars.Count > 0)
        {
            json.WriteString("calendars"u8, string.Join('\n', Calendars));
            json.WriteString("calendar_hash"u8, CalendarHash);
        }

        journal.End();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="AxflException">It is no first line of a journal of this version (<c>JournalUnknown</c>).</exception>
    public static JournalStart Read(JournalLine line, string path)
    {
        if (line.Kind == JournalKind.Start && line.Texts.GetValueOrDefault("format") == Format
            && long.TryParse(line.Texts.GetValueOrDefault("since"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var since))
        {
            string Text(string name) => line.Texts.GetValueOrDefault(name, "");
            return new JournalStart(Text("run"), Text("profile"), Text("feed"), Text("version"), Text("plan"), since, line.Time, Text("symbols").Split(' '),
                int.TryParse(Text("rules"), NumberStyles.None, CultureInfo.InvariantCulture, out var rules) ? rules : 1)
            {
                Endpoint = line.Texts.GetValueOrDefault("endpoint"),
                HistoryEndpoint = line.Texts.GetValueOrDefault("history_endpoint"),
                Calendars = line.Texts.TryGetValue("calendars", out var calendars) ? calendars.Split('\n') : [],
                CalendarHash = line.Texts.GetValueOrDefault("calendar_hash"),
            };
        }

        throw new AxflException("JournalUnknown", ErrorKind.Data,
            $"{path}(1): this is not a journal that this version of Axfl ({Product.Version}) knows ({Format}).")
        { Target = path, Line = 1 };
    }
}
