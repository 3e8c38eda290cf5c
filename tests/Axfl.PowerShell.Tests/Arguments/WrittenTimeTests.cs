using System.Globalization;
using Axfl.Contracts;

namespace Axfl.PowerShell.Tests.Arguments;

public class WrittenTimeTests
{
    [Theory]
    [InlineData("2025-01-06", "2025-01-06T00:00:00")]
    [InlineData("2025-01-06 07:30", "2025-01-06T07:30:00")]
    [InlineData("2025-01-06T07:30Z", "2025-01-06T07:30:00")]
    [InlineData("2025-01-06T07:30:15.250Z", "2025-01-06T07:30:15.25")]
    [InlineData("2025-01-06T09:30+02:00", "2025-01-06T07:30:00")]
    public void Iso_text_is_the_same_time_in_every_culture(string text, string expected)
    {
        foreach (var culture in new[] { "en-US", "de-DE", "tr-TR", "ar-SA", "fa-IR", "th-TH" })
        {
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Assert.True(EventTime.TryParseWritten(text, out var time), culture);
                Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), time);
                Assert.Equal(DateTimeKind.Utc, time.Kind);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData("03.04.2026")]
    [InlineData("1/6/2025")]
    [InlineData("06 Jan 2025")]
    [InlineData("2025-1-6")]
    [InlineData("20250106")]
    [InlineData("07:30")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_text_is_refused(string? text) => Assert.False(EventTime.TryParseWritten(text, out _));
}
