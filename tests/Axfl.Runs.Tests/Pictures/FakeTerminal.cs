using Axfl.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Runs.Tests.Pictures;

/// <summary>A terminal whose waits let the time pass: it presses the keys it was given at their times, then the last.</summary>
/// <param name="time">Clock.</param>
internal sealed class FakeTerminal(FakeTimeProvider time) : ITerminal
{
    private readonly DateTimeOffset _began = time.GetUtcNow();

    public PictureFormat Format { get; set; } = new(80, 24, false, true);

    public bool HasKeys => true;

    public string KeysEnd { get; init; } = "";

    public List<string> Written { get; } = [];

    /// <summary>What happens at a second; a character is a key.</summary>
    public SortedList<double, Func<char?>> Happens { get; } = [];

    public void Write(string text) => Written.Add(text);

    public char? WaitKey(TimeSpan longest, CancellationToken cancellation)
    {
        time.Advance(longest);
        if ((time.GetUtcNow() - _began).TotalSeconds > 60) throw new InvalidOperationException("Nobody leaves the picture.");
        if (Happens.Count == 0 || (time.GetUtcNow() - _began).TotalSeconds + 1e-6 < Happens.Keys[0]) return null;
        var happens = Happens.Values[0];
        Happens.RemoveAt(0);
        return happens();
    }
}
