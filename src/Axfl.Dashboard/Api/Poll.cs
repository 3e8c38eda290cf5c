using Axfl.Contracts;
using Axfl.Dashboard.Follow;

namespace Axfl.Dashboard.Api;

/// <summary>What happened in a run since a position, for a page that asks now and then: a browser has no more than six connections for all its pages.</summary>
internal static class Poll
{
    /// <summary>About how many events one answer has at most; the rest follows at once.</summary>
    public const int Most = 1000;

    // And about how many bytes of them.
    private const long MostBytes = 4 << 20;

    /// <summary>As JSON: the events, the position behind them, and whether there are more.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="from">What the page has seen.</param>
    /// <param name="time">Clock.</param>
    public static byte[] ToJson(string directory, RunPosition from, TimeProvider time)
    {
        var (tail, now, events) = (new RunTail(directory, from, time), new RunNow(directory, time), new List<PageEvent>());
        bool isMore;
        do isMore = Reading.Try(() => tail.Read(events));
        while (isMore && events.Count < Most && events.Sum(e => (long)e.Data.Length) < MostBytes);
        now.Look();
        return EventJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", tail.Position.ToString());
            json.WriteBoolean("more", isMore);
            json.WriteStartArray("events");
            foreach (var item in events)
            {
                json.WriteStartObject();
                json.WriteString("event", item.Name);
                json.WritePropertyName("data");
                json.WriteRawValue(item.Data);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("status");
            EventJson.Write(json, now, time.GetUtcNow());
            if (tail.IsChanged || now.State != RunStates.Running)
            {
                json.WritePropertyName("end");
                json.WriteRawValue(tail.IsChanged ? Words.Changed : Words.End(now.State, now.Error));
            }

            json.WriteEndObject();
        });
    }
}
