namespace Axfl.Contracts.Tests.Markets;

/// <summary>Local times as instants, against the answers of the zone itself.</summary>
public class LocalTimeTests
{
    private const int From = 14_610, Until = 23_741; // 2010-01-01 to 2035-01-01

    public static TheoryData<string> Zones =>
    [
        "UTC", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland", "America/Sao_Paulo", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe",
    ];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Every_half_hour_of_25_years_is_the_instant_the_zone_says(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var date = From; date < Until; date++)
            for (var minutes = 0; minutes < 1440; minutes += IsQuiet(zone, date) ? 700 : 30)
                Assert.Equal(Asked(zone, date, minutes), LocalTime.ToUtc(zone, date, minutes));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void The_date_of_every_instant_is_the_one_the_zone_says(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var time = From * EventTime.Day; time < Until * EventTime.Day; time += 7 * EventTime.Minute * 60 + 1)
        {
            var local = DateTime.UnixEpoch.AddMilliseconds(time) + zone.GetUtcOffset(DateTime.UnixEpoch.AddMilliseconds(time));
            Assert.Equal((local - DateTime.UnixEpoch).Days, LocalTime.DateOf(zone, time));
        }
    }

    [Theory]
    [InlineData("2025-03-30", 90, "2025-03-30T01:00:00Z")]
    [InlineData("2025-10-26", 90, "2025-10-26T00:30:00Z")]
    [InlineData("2025-10-25", 1440 + 90, "2025-10-26T00:30:00Z")]
    public void A_time_that_is_left_out_is_the_moment_of_the_change_and_one_that_comes_twice_the_earlier(string date, int minutes, string instant)
    {
        var day = DateOnly.Parse(date, null).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        Assert.Equal(instant, EventTime.ToIso(LocalTime.ToUtc(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), day, minutes)));
    }

    [Fact]
    public void Times_far_from_today_are_known_too()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        foreach (var date in new[] { -40_000, -19_000, 0, 80_000, 100_000 }) Assert.Equal(Asked(zone, date, 600), LocalTime.ToUtc(zone, date, 600));
    }

    private static bool IsQuiet(TimeZoneInfo zone, int date)
    {
        var noon = DateTime.UnixEpoch.AddDays(date).AddHours(12);
        return zone.GetUtcOffset(noon.AddDays(-2)) == zone.GetUtcOffset(noon.AddDays(2));
    }

    private static long Asked(TimeZoneInfo zone, int date, int minutes)
    {
        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddDays(date).AddMinutes(minutes), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return (local.Ticks - DateTime.UnixEpoch.Ticks - offset.Ticks) / TimeSpan.TicksPerMillisecond;
    }
}
