namespace Axfl.Configuration.Yaml;

/// <summary>The configuration files within the assembly, so that defaults work wherever it lies.</summary>
public static class EmbeddedDefaults
{
    /// <summary>Text of <c>sessions.yaml</c>, <c>instruments.yaml</c> or <c>tuned.yaml</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedDefaults).Assembly.GetManifestResourceStream("Axfl.Configuration." + name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
