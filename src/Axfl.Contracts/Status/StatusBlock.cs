namespace Axfl.Contracts;

/// <summary>The marker lines between which a status block carries its one line of JSON.</summary>
public static class StatusBlock
{
    /// <summary>First line of a block.</summary>
    public const string Begin = "###BEGIN-AXFL-LIVE-PORT###";

    /// <summary>Last line of a block.</summary>
    public const string End = "###END-AXFL-LIVE-PORT###";
}
