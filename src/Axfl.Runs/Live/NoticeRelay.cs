using Axfl.Contracts;

namespace Axfl.Runs.Live;

/// <summary>User-facing messages on their way to a reader who comes later; what is said before is dropped: a run that is folded again has said it once.</summary>
internal sealed class NoticeRelay
{
    /// <summary>Who is told.</summary>
    public Action<RunEvent> Target { get; set; } = static _ => { };

    /// <summary>Tells.</summary>
    public void Send(RunEvent notice) => Target(notice);
}
