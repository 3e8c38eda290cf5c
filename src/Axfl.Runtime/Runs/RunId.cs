using System.Globalization;
using System.Security.Cryptography;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Name of a run: <c>profile-yyyyMMddTHHmmssZ-abcd</c>.</summary>
internal static class RunId
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>A new id.</summary>
    /// <param name="profile">Profile.</param>
    /// <param name="start">Start of the run by the wall clock.</param>
    public static string New(string profile, DateTimeOffset start)
    {
        var time = start.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"{Named(profile)}-{time}-{RandomNumberGenerator.GetString(Letters, 4)}";
    }

    /// <summary>A user's id, when it can name a directory.</summary>
    /// <exception cref="AxflException">It cannot.</exception>
    public static string Checked(string id)
    {
        if (IsValid(id)) return id;
        throw new AxflException("RunIdInvalid", ErrorKind.Configuration,
            $"'{id}' cannot be a run id: use 1 to 100 letters, digits, '-', '_' and inner dots.")
        { Target = id };
    }

    /// <summary>Whether a text can name a run's directory on every system.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= 100 && id[0] != '.' && id[^1] != '.' && id.All(IsPlain);

    // A profile's name is free text, a directory's is not.
    private static string Named(string profile) => string.Concat(profile.Take(60).Select(c => IsPlain(c) ? c : '_')).TrimStart('.');

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
