using System.Globalization;

namespace Axfl.Providers.Common.Links;

/// <summary>What an HTTP status means where a stream or historical bars were asked for.</summary>
internal static class HttpRefusal
{
    /// <param name="status">Status; 200 is a refusal too, where a socket was asked for.</param>
    /// <param name="host">Who answered.</param>
    /// <param name="text">The start of the body, keys masked; may be empty.</param>
    /// <param name="retryAfter">Value of the header <c>Retry-After</c>, seconds or a date; null: absent.</param>
    /// <param name="now">When it came.</param>
    public static FeedException Of(int status, string host, string text, string? retryAfter, DateTimeOffset now)
    {
        var (id, errorClass, meaning) = status switch
        {
            401 => ("FeedKeyRefused", FeedErrorClass.Auth, "the key is wrong or missing"),
            403 => ("FeedPlanRefused", FeedErrorClass.Plan, "the key's plan does not include this"),
            >= 300 and < 400 => ("FeedKeyRefused", FeedErrorClass.Auth, "a redirect to another page, which providers send for a wrong key"),
            429 => ("FeedThrottled", FeedErrorClass.Throttled, "too many calls"),
            408 or >= 500 or < 300 => ("FeedUnavailable", FeedErrorClass.Transient, "the service does not answer as it should"),
            _ => ("FeedRequestRefused", FeedErrorClass.BadRequest, "the request is wrong: check symbols and account"),
        };
        var said = text.Length == 0 ? "" : $" It said: {text}";
        return new FeedException(id, errorClass, string.Create(CultureInfo.InvariantCulture, $"{host} answered {status}: {meaning}.{said}"))
        {
            RetryAfter = RetryAfter.Read(retryAfter, now),
            Target = host,
        };
    }
}
