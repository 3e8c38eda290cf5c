using System.Management.Automation;
using System.Threading.Channels;

namespace Axfl.PowerShell.Progress;

/// <summary>Work on a thread of its own while the pipeline's thread, on which alone a command may write, shows how far it is.</summary>
internal static class BackgroundWork
{
    /// <summary>Does the work and waits for it: nothing of it is left when this returns or throws.</summary>
    /// <param name="work">The work; it may report from any thread as often as it likes, the newest report counts.</param>
    /// <param name="show">Shows a report, on the calling thread.</param>
    /// <param name="cancellation">The pipeline's stop.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public static TResult Do<TReport, TResult>(
        Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, Action<TReport> show, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var newest = Channel.CreateBounded<TReport>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var task = Task.Run(() => Carry(work, newest.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (newest.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
                while (newest.Reader.TryRead(out var report)) show(report);
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            // Reached early when show throws: the host has closed the pipeline.
            stop.Cancel();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    /// <summary>A fraction as a progress record shows it: 0 to 100, or -1 where it is none.</summary>
    public static int Percent(double fraction) => double.IsFinite(fraction) ? (int)(Math.Clamp(fraction, 0, 1) * 100) : -1;

    private static async Task<TResult> Carry<TReport, TResult>(
        Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, ChannelWriter<TReport> newest, CancellationToken cancellation)
    {
        try
        {
            return await work(new Reports<TReport>(newest), cancellation);
        }
        finally
        {
            newest.TryComplete();
        }
    }

    private sealed class Reports<T>(ChannelWriter<T> newest) : IProgress<T>
    {
        public void Report(T value) => newest.TryWrite(value);
    }
}
