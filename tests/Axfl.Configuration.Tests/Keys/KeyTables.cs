using Axfl.Configuration.Keys;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The tables of keys, described.</summary>
internal static class KeyTables
{
    public static IReadOnlyList<KeyDescription> Profile => ProfileKeys.Describe();

    public static IReadOnlyList<KeyDescription> Strategy => StrategyKeys.Table.Describe(null);

    public static IReadOnlyList<KeyDescription> Window => WindowKeys.Table.Describe(WindowKeys.Usual);

    public static IReadOnlyList<KeyDescription> Instrument => InstrumentKeys.Table.Describe(InstrumentKeys.Unknown);
}
