namespace Axfl.Runs.Parity;

/// <summary>Where two runs first did something else.</summary>
/// <param name="Words">What, as the beginning of a sentence.</param>
/// <param name="Time">When, unix ms: nothing later can be its cause.</param>
/// <param name="Began">When what one of them did alone began, unix ms.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="IsEnd">Whether one did it because it came to its end.</param>
internal sealed record Divergence(string Words, long Time, long Began, long Ended, bool IsEnd);
