namespace Axfl.Runtime;

/// <summary>The configuration files within the assembly, so that defaults work wherever it lies.</summary>
internal static class Shipments
{
    /// <summary>Text of <c>sessions.yaml</c>, <c>instruments.yaml</c> or <c>tuned.yaml</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Shipments).Assembly.GetManifestResourceStream("Axfl.Configuration." + name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
