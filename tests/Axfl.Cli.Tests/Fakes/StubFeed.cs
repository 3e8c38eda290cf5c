using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>A feed server that says given lines, and ends when disposed or with a fault.</summary>
internal sealed class StubFeed : IFakeFeed
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Says { get; init; } = [];

    public Exception? Fault { get; init; }

    public Uri Address { get; } = new("ws://127.0.0.1:8765");

    public IAsyncEnumerable<string> Log => Read();

    public Task Completion => _completion.Task;

    public ValueTask DisposeAsync()
    {
        _lines.Writer.TryWrite("closed");
        _lines.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<string> Read()
    {
        foreach (var line in Says) yield return line;
        if (Fault is null)
            await foreach (var line in _lines.Reader.ReadAllAsync()) yield return line;
        if (Fault is null) _completion.SetResult();
        else _completion.SetException(Fault);
    }
}
