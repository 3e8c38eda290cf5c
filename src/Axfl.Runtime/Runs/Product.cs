using System.Reflection;

namespace Axfl.Runtime;

/// <summary>What this build is.</summary>
internal static class Product
{
    /// <summary>Version of Axfl, without build metadata.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
