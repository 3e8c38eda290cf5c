namespace Axfl.Dashboard.Follow;

/// <summary>Something that happened in a run, as a page is told.</summary>
/// <param name="Name">status, trade, decision, price, feed or end.</param>
/// <param name="After">How far the run has been told with it.</param>
/// <param name="Data">A JSON object on one line.</param>
internal sealed record PageEvent(string Name, RunPosition After, byte[] Data);
