namespace Axfl.Cli.Output;

/// <summary>Progress told at once and in order, on the thread that makes it; <see cref="Progress{T}"/> would tell it some time later, from any thread.</summary>
/// <param name="report">Told each time.</param>
internal sealed class DirectProgress<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
