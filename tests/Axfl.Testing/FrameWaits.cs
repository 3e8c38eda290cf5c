using Axfl.Providers.Common;

namespace Axfl.Testing;

internal static class FrameWaits
{
    /// <summary>Completes when so many messages were read, or something else happened first.</summary>
    public static async Task WhenFrames(this FeedStatistics statistics, long frames, Task? orUntil = null)
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (statistics.Frames >= frames) read.TrySetResult();
        }

        statistics.FrameCounted += Look;
        try
        {
            Look();
            await Task.WhenAny(read.Task, orUntil ?? read.Task);
        }
        finally
        {
            statistics.FrameCounted -= Look;
        }
    }
}
