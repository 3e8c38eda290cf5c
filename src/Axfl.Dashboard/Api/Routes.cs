using Axfl.Contracts;
using Axfl.Dashboard.Follow;
using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Api;

/// <summary>Everything that can be asked for. None of it changes, starts or stops anything.</summary>
/// <param name="runs">The runs.</param>
/// <param name="strategies">Strategies at hand, for plans.</param>
/// <param name="report">Makes the report of a run as one file of HTML.</param>
/// <param name="time">Clock.</param>
internal sealed class Routes(RunCatalogue runs, IReadOnlyList<StrategyDefinition> strategies, Func<string, CancellationToken, byte[]> report, TimeProvider time)
{
    /// <summary>
    /// The most pages that are told as it happens; others ask every two seconds. A browser opens six connections to a server for all its pages: with
    /// one left they can still be opened.
    /// </summary>
    public const int MostStreams = 5;

    private const string EventType = "text/event-stream";

    private readonly RunViews _views = new(strategies, time);
    private readonly ReportPages _reports = new(report);
    private int _streams;

    /// <summary>The answer.</summary>
    public async Task<Response> Answer(Request request, CancellationToken stopping)
    {
        try
        {
            return request.Path switch
            {
                [] => PageFiles.Find("live.html")!,
                [var name] when PageFiles.Find(name) is { } file => file,
                ["api", "runs"] => Response.Json(RunList.ToJson(runs, time)),
                ["api", "runs", var id] when runs.Find(id) is { } directory => Run(directory, request),
                ["api", "runs", var id, "events"] when runs.Find(id) is { } directory => Events(directory, request),
                ["runs", var id, "report"] when runs.Find(id) is { } directory => await _reports.Make(directory, stopping),
                _ => new Response(404, "application/json", Words.Error("There is nothing here, or no run of this name.")),
            };
        }
        catch (Exception e) when (e is AxflException or IOException or UnauthorizedAccessException)
        {
            return new Response(500, "application/json", Words.Error(e.Message));
        }
    }

    private Response Run(string directory, Request request)
    {
        if (!request.Query.TryGetValue("after", out var after)) return Response.Json(_views.Of(directory).ToJson());
        return RunPosition.Parse(after) is { } from ? Response.Json(Poll.ToJson(directory, from, time)) : NoPosition;
    }

    private static Response NoPosition => new(400, "application/json", Words.Error("'after' is not the id of an event."));

    private Response Events(string directory, Request request)
    {
        // What the browser says when it returns is newer than the address it once opened.
        var id = request.Value("Last-Event-ID") is { Length: > 0 } last ? last : request.Query.GetValueOrDefault("after");
        var from = RunPosition.Parse(id);
        if (id is not null && from is null) return NoPosition;
        if (!request.IsHead && Volatile.Read(ref _streams) >= MostStreams) return new Response(204, EventType, default);
        return new Response(200, EventType, default) { Stream = (to, cancellation) => Follow(directory, from, to, cancellation) };
    }

    private async Task Follow(string directory, RunPosition? from, EventStream to, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _streams);
        try
        {
            await new EventFeed(directory, from, time).Follow(to, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }
}
