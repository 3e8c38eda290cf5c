namespace Axfl.Rooms;

/// <summary>All assemblies of the product and the arrows that are allowed between them.</summary>
internal static class House
{
    /// <summary>What each project may refer to. An assembly also sees what those it refers to refer to, except where a test says more.</summary>
    public static IReadOnlyDictionary<string, string[]> Order { get; } = new Dictionary<string, string[]>
    {
        ["Axfl.Contracts"] = [],
        ["Axfl.Engine"] = ["Axfl.Contracts"],
        ["Axfl.Strategies"] = ["Axfl.Contracts"],
        ["Axfl.Indicators"] = ["Axfl.Contracts"],
        ["Axfl.Data"] = ["Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Configuration"] = ["Axfl.Data", "Axfl.Indicators", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Providers"] = ["Axfl.Configuration", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.FakeFeed"] = ["Axfl.Configuration", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Runs"] = ["Axfl.Providers", "Axfl.Configuration", "Axfl.Indicators", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Research"] = ["Axfl.Runs", "Axfl.Providers", "Axfl.Configuration", "Axfl.Indicators", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Reports"] = ["Axfl.Research", "Axfl.Runs", "Axfl.Configuration", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Dashboard"] = ["Axfl.Runs", "Axfl.Configuration", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Alerts"] = ["Axfl.Runs", "Axfl.Configuration", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.Store.PostgreSql"] = ["Axfl.Research", "Axfl.Contracts"],
        ["Axfl.Pools.Hangfire"] = ["Axfl.Research", "Axfl.Contracts"],
        ["Axfl.Pools.Hangfire.Dashboard"] = ["Axfl.Pools.Hangfire", "Axfl.Store.PostgreSql", "Axfl.Research", "Axfl.Contracts"],
        ["Axfl.Runtime"] =
            ["Axfl.Alerts", "Axfl.Reports", "Axfl.Dashboard", "Axfl.Research", "Axfl.Runs", "Axfl.FakeFeed", "Axfl.Providers", "Axfl.Configuration", "Axfl.Strategies", "Axfl.Indicators", "Axfl.Data", "Axfl.Engine", "Axfl.Contracts"],
        ["Axfl.PowerShell"] = ["Axfl.Contracts"],
        ["Axfl.Cli"] = ["Axfl.Runtime", "Axfl.Contracts"],
        ["Axfl.HelpBuilder"] = [],
    };

    /// <summary>All assemblies, in order.</summary>
    public static IReadOnlyList<HouseAssembly> Assemblies { get; } = [.. Order.Keys.Select(HouseAssembly.Read)];
}
