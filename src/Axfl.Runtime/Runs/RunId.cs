using System.Globalization;
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
        return $"{profile}-{time}-{System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, 4)}";
    }

    /// <summary>A user's id, when it can name a directory.</summary>
    /// <exception cref="AxflException">It cannot.</exception>
    public static string Checked(string id)
    {
        if (id.Length is > 0 and <= 100 && id is not "." and not ".." && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return id;
        throw new AxflException("RunIdInvalid", ErrorKind.Configuration,
            $"'{id}' cannot be a run id: use 1 to 100 letters, digits, '-', '_' and '.'.") { Target = id };
    }
}
