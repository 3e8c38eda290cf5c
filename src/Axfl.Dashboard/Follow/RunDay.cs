namespace Axfl.Dashboard.Follow;

/// <summary>A trading day of a run and the sessions in it.</summary>
/// <param name="Start">Start, unix ms, inclusive.</param>
/// <param name="End">End, unix ms, exclusive.</param>
/// <param name="Windows">Sessions of each strategy that lie in it, wholly or in part.</param>
internal sealed record RunDay(long Start, long End, IReadOnlyList<(string Strategy, long Start, long End)> Windows);
