using Axfl.Configuration.Keys;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The tables of keys, described.</summary>
internal static class KeyTables
{
    /// <summary>An override that gives a plan a news calendar.</summary>
    public static string SomeNews => $"news.calendar={Repository.PathOf("tests", "data", "cases-guards", "news-flat-before", "news.csv")}";

    public static IReadOnlyList<KeyDescription> Profile => ProfileKeys.Describe();

    public static IReadOnlyList<KeyDescription> Strategy => StrategyKeys.Table.Describe(null);

    public static IReadOnlyList<KeyDescription> Window => WindowKeys.Table.Describe(WindowKeys.Usual);

    public static IReadOnlyList<KeyDescription> Blackout => BlackoutKeys.Table.Describe(BlackoutKeys.Usual);

    public static IReadOnlyList<KeyDescription> Channel => AlertChannelKeys.Table.Describe(AlertChannelKeys.Usual);

    public static IReadOnlyList<KeyDescription> Instrument => InstrumentKeys.Table.Describe(InstrumentKeys.Unknown);
}
