namespace Axfl.Runs.Health;

/// <summary>Free space of disks.</summary>
public static class DiskSpace
{
    /// <summary>Bytes that the user of this process may still write to the disk of a folder; null: of a network share without a letter the system does not say.</summary>
    public static long? Free(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
