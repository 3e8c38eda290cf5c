using System.Globalization;
using System.Security.Cryptography;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Name of a run: <c>profile-yyyyMMddTHHmmssZ-abcd</c>.</summary>
internal static class RunId
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>A new id.</summary>
    /// <param name="profile">Profile.</param>
    /// <param name="start">Start of the run by the wall clock.</param>
    public static string New(string profile, DateTimeOffset start)
    {
        var time = EventTime.ToIso(start.ToUnixTimeSeconds() * 1000).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        return $"{Named(profile)}-{time}-{RandomNumberGenerator.GetString(Letters, 4)}";
    }

    /// <summary>The start in an id that was made here, UTC; null: the id is a user's own.</summary>
    public static DateTime? StartOf(string id)
    {
        if (id.Split('-') is not [_, .., var start, { Length: 4 }]) return null;
        return DateTime.TryParseExact(start, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time : null;
    }

    /// <summary>A user's id, when it can name a directory.</summary>
    /// <exception cref="AxflException">It cannot.</exception>
    public static string Checked(string id)
    {
        if (IsValid(id)) return id;
        throw new AxflException("RunIdInvalid", ErrorKind.Configuration,
            $"'{id}' cannot be a run id: use 1 to 100 letters, digits, '-', '_' and inner dots, a letter, digit or '_' first, and not a name that Windows reserves for devices (CON, NUL, COM1, ...).")
        { Target = id };
    }

    /// <summary>Whether a text can name a run's directory on every system.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= 100 && id[0] is not ('.' or '-') && id[^1] != '.' && id.All(IsPlain) && !IsDevice(id);

    // Windows keeps these names for devices, with any ending: a folder of runs can be shared or copied there.
    private static bool IsDevice(string id)
    {
        var name = id.Split('.')[0].ToUpperInvariant();
        return name is "CON" or "PRN" or "AUX" or "NUL" || (name is ['C', 'O', 'M', var com] && char.IsAsciiDigit(com)) || (name is ['L', 'P', 'T', var lpt] && char.IsAsciiDigit(lpt));
    }

    // A profile's name is free text, a directory's is not.
    private static string Named(string profile)
    {
        var name = profile.ToCharArray(0, Math.Min(60, profile.Length));
        for (var i = 0; i < name.Length; i++)
            if (!IsPlain(name[i])) name[i] = '_';
        return new string(name).TrimStart('.', '-') is { Length: > 0 } named ? named : "_";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
