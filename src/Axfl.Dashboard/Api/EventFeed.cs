using Axfl.Contracts;
using Axfl.Dashboard.Follow;
using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Api;

/// <summary>Tells one page what happens in a run, from where the page stands until it leaves.</summary>
/// <param name="directory">Run directory.</param>
/// <param name="from">What the page has seen; null: everything up to now.</param>
/// <param name="time">Clock.</param>
internal sealed class EventFeed(string directory, RunPosition? from, TimeProvider time)
{
    /// <summary>How often the files are looked at: a run gives its lines to the system once a second.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(260);

    /// <summary>After how long without a word a comment shows that the connection lives.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private readonly RunTail _tail = new(directory, from, time);
    private readonly RunNow _now = new(directory, time);
    private string? _toldEnd;
    private long _spoke;

    /// <summary>Tells until it is cancelled, or the files are others than before.</summary>
    public async Task Follow(EventStream to, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Look, time);
        _spoke = time.GetTimestamp();
        do
        {
            await TellNews(to, cancellation);
            if (_tail.IsChanged)
            {
                await Tell(to, "end", Words.Changed, cancellation);
                return;
            }

            if (_now.Look()) await TellStatus(to, cancellation);
            if (time.GetElapsedTime(_spoke) < Beat) continue;
            await to.Beat(cancellation);
            _spoke = time.GetTimestamp();
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private async Task TellNews(EventStream to, CancellationToken cancellation)
    {
        var events = new List<PageEvent>();
        bool isMore;
        do
        {
            events.Clear();
            isMore = Reading.Try(() => _tail.Read(events));
            foreach (var item in events) await to.Send(item.Name, item.After.ToString(), item.Data, cancellation);
            if (events.Count > 0) _spoke = time.GetTimestamp();
        }
        while (isMore);
    }

    private async Task TellStatus(EventStream to, CancellationToken cancellation)
    {
        await Tell(to, "status", EventJson.Of(_now, time.GetUtcNow()), cancellation);
        if (_now.State == _toldEnd) return;

        // A run that ended may be resumed: the page goes on listening.
        _toldEnd = _now.State;
        if (_now.State != RunStates.Running) await Tell(to, "end", Words.End(_now.State, _now.Error), cancellation);
    }

    private Task Tell(EventStream to, string name, byte[] data, CancellationToken cancellation)
    {
        _spoke = time.GetTimestamp();
        return to.Send(name, _tail.Position.ToString(), data, cancellation);
    }
}
