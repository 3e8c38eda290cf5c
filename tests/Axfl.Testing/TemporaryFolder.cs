namespace Axfl.Testing;

/// <summary>A folder of a test's own, removed with it. In memory where the system offers that: a live run waits for the disk at each order.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string InMemory = "/dev/shm";

    public string Path { get; } = Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > 512L << 20
        ? Directory.CreateDirectory(System.IO.Path.Combine(InMemory, "axfl-" + Guid.NewGuid().ToString("n"))).FullName
        : Directory.CreateTempSubdirectory("axfl-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
