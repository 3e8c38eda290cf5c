using System.Reflection;

namespace Axfl.Runs.Files;

/// <summary>What this build is.</summary>
public static class Product
{
    /// <summary>Version of Axfl, without build metadata.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
