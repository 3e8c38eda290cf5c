using System.Net.Http.Headers;

namespace Axfl.Providers.Common.Links;

/// <summary>The header <c>Retry-After</c> (RFC 9110, 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>Longest wait that is believed: a server that asks for more is asked again after it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Shortest: a server that refuses calls and wants no wait is not asked again and again at once.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>How long the server wants to be left alone.</summary>
    /// <param name="header">Value of the header; null: absent.</param>
    /// <param name="now">When the answer came, for a date.</param>
    /// <returns><see cref="Shortest"/> to <see cref="Longest"/>; null: absent, or neither form.</returns>
    public static TimeSpan? Read(string? header, DateTimeOffset now)
    {
        if (header is null || !RetryConditionHeaderValue.TryParse(header.Trim(), out var value)) return null;
        var wait = value.Delta ?? value.Date - now;
        return wait is not { } told ? null : told < Shortest ? Shortest : told > Longest ? Longest : told;
    }
}
