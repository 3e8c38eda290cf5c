using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Where the events of a run go: a pipeline, a job or a screen.</summary>
internal interface IRunSink
{
    /// <summary>One status.</summary>
    void Status(PortfolioStatus status);

    /// <summary>How far a replay, or the warm-up of a live run, is.</summary>
    void Progress(ProgressEvent item);

    /// <summary>Words for people.</summary>
    void Notice(NoticeEvent notice);
}
