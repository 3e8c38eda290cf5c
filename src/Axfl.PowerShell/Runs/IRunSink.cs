using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>Where the events of a run go: a pipeline, a job or a screen.</summary>
internal interface IRunSink
{
    /// <summary>One status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isFinal">Whether it is the last one: what stopped a run comes as its error.</param>
    void Status(PortfolioStatus status, bool isFinal);

    /// <summary>How far a replay, or the warm-up of a live run, is.</summary>
    void Progress(ProgressEvent item);

    /// <summary>User-facing messages.</summary>
    void Notice(NoticeEvent notice);
}
