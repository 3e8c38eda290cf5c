using System.Text;
using Axfl.Configuration.Calendars;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Configuration.Yaml;

/// <summary>The text of a sessions file and of its neighbours.</summary>
/// <param name="Path">Path as given, or <see cref="ShippedName"/>.</param>
/// <param name="Folder">Folder against which its relative paths are resolved, absolute.</param>
/// <param name="Text">Its text.</param>
/// <param name="Shipped">Whether it is the one within the assembly.</param>
public sealed record SessionsFile(string Path, string Folder, string Text, bool Shipped)
{
    /// <summary>How the shipped sessions file is called in messages.</summary>
    public const string ShippedName = "sessions.yaml (shipped)";

    /// <summary>The news calendars that its plans name.</summary>
    internal CalendarShelf Calendars { get; private init; } = new();

    // Text of its neighbours where it is not a file that lies beside them.
    private SessionsText? Given { get; init; }

    /// <summary>The sessions file of a request.</summary>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static SessionsFile Open(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.SessionsText is { } text ? new SessionsFile(text.Path, text.Folder, text.Text, text.Path == ShippedName) { Given = text, Calendars = new CalendarShelf(text.Calendars) }
            : Open(request.SessionsPath, request.WorkingDirectory);
    }

    /// <summary>Its text and that of its neighbours: all that a plan is read from.</summary>
    public SessionsText AsText() => Given ?? new SessionsText(Path, Folder, Text) { Instruments = Own("instruments.yaml"), Tuned = Own("tuned.yaml"), Calendars = Calendars.Texts };

    /// <summary>Opens a sessions file; without a path, <c>config/sessions.yaml</c> of the working directory, else the shipped one.</summary>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static SessionsFile Open(string? path, string workingDirectory)
    {
        var working = System.IO.Path.GetFullPath(workingDirectory);
        if (path is null)
        {
            path = System.IO.Path.Combine(working, "config", "sessions.yaml");
            if (!File.Exists(path)) return new SessionsFile(ShippedName, working, EmbeddedDefaults.Read("sessions.yaml"), true);
        }

        var full = System.IO.Path.GetFullPath(path, working);
        if (!File.Exists(full))
        {
            var what = Directory.Exists(full) ? "is a folder, not a sessions file" : "does not exist";
            throw new AxflException("SessionsFileNotFound", ErrorKind.Configuration,
                $"The sessions file '{path}' {what}. Check the path, or omit it to use the shipped profiles.")
            { Target = path };
        }

        return new SessionsFile(path, System.IO.Path.GetDirectoryName(full)!, ReadText(full, path), false);
    }

    /// <summary>A file beside this one, with its path; the shipped one when there is none.</summary>
    internal (string Path, string Text) Neighbour(string name) =>
        Own(name) is { } own ? (System.IO.Path.Combine(Folder, name), own) : (name + " (shipped)", EmbeddedDefaults.Read(name));

    private string? Own(string name)
    {
        if (Given is not null) return name == "tuned.yaml" ? Given.Tuned : Given.Instruments;
        var path = System.IO.Path.Combine(Folder, name);
        return !Shipped && File.Exists(path) ? ReadText(path, path) : null;
    }

    private static int Read(StreamReader reader, char[] text)
    {
        try
        {
            return reader.ReadBlock(text);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("It is not UTF-8: save it with that encoding", e);
        }
    }

    // No file is read whole before its size is known to be bounded: /dev/zero has no end.
    private static string ReadText(string full, string shown) => InputErrors.Guard(shown, () =>
    {
        using var reader = new StreamReader(RegularFile.Open(full), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var text = new char[YamlTree.MaxCharacters + 1];
        var length = Read(reader, text);
        return length <= YamlTree.MaxCharacters ? new string(text, 0, length) : throw new AxflException("SessionsFileTooLarge", ErrorKind.Configuration,
            $"'{shown}' has more than {YamlTree.MaxCharacters} characters, the most a sessions file may have: is it another file?")
        { Target = shown };
    }, (_, e) => new AxflException("SessionsFileUnreadable", ErrorKind.Configuration, InputErrors.Describe($"'{shown}'", e), e) { Target = shown });
}
