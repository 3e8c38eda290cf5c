using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Checks;

/// <summary>With all prices higher, and with all times 52 weeks later, actions must move with them: a strategy that knows these bars from elsewhere stays behind.</summary>
internal static class OutsideKnowledgeCheck
{
    private const string Name = "outside knowledge";
    private static readonly string[] MarketZones = ["America/New_York", "Europe/London"];

    /// <summary>Runs it.</summary>
    /// <param name="subject">The strategy.</param>
    /// <param name="moved">What it did with higher prices, or what it threw.</param>
    /// <param name="later">What it did 52 weeks later, or what it threw.</param>
    /// <param name="shift">How much higher.</param>
    /// <param name="where">Where the two runs were made.</param>
    public static CheckResult Run(CheckedStrategy subject, OtherRun moved, OtherRun later, double shift, string where)
    {
        var other = OtherHours(subject.Case);
        var price = string.Create(CultureInfo.InvariantCulture, $"every price + {shift} (50 ATR of the first day)");
        if (moved.Error is { } ofMoved) return CheckResult.Failed(Name, $"with {price}, {where}: {ofMoved}");
        if (later.Error is { } ofLater) return CheckResult.Failed(Name, $"with every time + 364 days, {where}: {ofLater}");
        var expected = subject.Actions.Select(a => a.Moved(shift, 0)).ToList();
        var ofPrice = ActionDifference.First(expected, moved.Actions, Prices.Tolerance);
        List<StrategyAction> expectedLater = [.. subject.Actions.Select(a => a.Moved(0, ProcessRuns.Later364)).Where(Compared)];
        List<StrategyAction> foundLater = [.. later.Actions.Where(Compared)];
        var ofTime = ActionDifference.First(expectedLater, foundLater, Prices.Tolerance);
        var note = other.Count == 0 ? "" : $"; {other.Count} days around changes of the clock that fall in other weeks 364 days later are not compared";
        var mayDiffer = subject.Case.Definition.PriceLevels;
        if (ofPrice is not null && !mayDiffer)
        {
            return CheckResult.Failed(Name, $"with {price}, {where}, {Share(expected, moved.Actions)} are not those of the first run moved by as much. Prices from elsewhere, levels as such (then declare PriceLevels), "
                + "shares of a price, or distances compared without Prices.AtLeast do this", ofPrice.Of(Name, price));
        }

        if (ofTime is not null)
            return CheckResult.Failed(Name, $"with every time + 364 days, {where}, {Share(expectedLater, foundLater)} are not those of the first run moved by as much{note}", ofTime.Of(Name, "every time + 364 days"));
        return ofPrice is null ? CheckResult.Passed(Name, $"{price}, and every time + 364 days, {where}: the actions move by as much{note}")
            : CheckResult.Information(Name, $"it declares PriceLevels: with {price}, {Share(expected, moved.Actions)} differ; with every time + 364 days none{note}", ofPrice.Of(Name, price));

        bool Compared(StrategyAction a) => !other.Contains(DayOf(a.Time - ProcessRuns.Later364));
    }

    private static string Share(List<StrategyAction> expected, IReadOnlyList<StrategyAction> found) =>
        $"{ActionDifference.Count(expected, found, Prices.Tolerance)} of {expected.Count + found.Count} actions";

    /// <summary>Days (since 1970) on which a clock of the strategy or of the market stands otherwise 364 days later, with the week after: its hours are other ones there.</summary>
    private static HashSet<int> OtherHours(StrategyCase subject)
    {
        var named = subject.Setup.Values.TryGetValue("timezone", out var zone) && zone is string id ? MarketZones.Append(id) : MarketZones;
        var zones = named.Distinct(StringComparer.Ordinal).Select(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out var found) ? found : null).OfType<TimeZoneInfo>().ToArray();
        var days = new HashSet<int>();
        for (var day = DayOf(subject.Bars[0].Time); day <= DayOf(subject.Bars[^1].Time); day++)
        {
            var noon = EventTime.ToDateTime(day * EventTime.Day + EventTime.Day / 2);
            if (zones.All(z => z.GetUtcOffset(noon) == z.GetUtcOffset(noon.AddDays(364)))) continue;
            for (var near = day - 1; near <= day + 7; near++) days.Add(near);
        }

        return days;
    }

    private static int DayOf(long time) => (int)(time / EventTime.Day);
}
