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
        Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, Action<TReport> show, CancellationToken cancellation) =>
        Do(Channel.CreateBounded<TReport>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }), work, show, cancellation);

    /// <summary>The same for work of which every report counts, in order.</summary>
    /// <param name="work">The work; it may report from any thread, also when it has ended: then nobody hears it.</param>
    /// <param name="show">Shows a report, on the calling thread.</param>
    /// <param name="cancellation">The pipeline's stop.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public static TResult DoEach<TReport, TResult>(
        Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, Action<TReport> show, CancellationToken cancellation) =>
        Do(Channel.CreateUnbounded<TReport>(new UnboundedChannelOptions { SingleReader = true }), work, show, cancellation);

    /// <summary>A fraction as a progress record shows it: 0 to 100, or -1 where it is none.</summary>
    public static int Percent(double fraction) => double.IsFinite(fraction) ? (int)(Math.Clamp(fraction, 0, 1) * 100) : -1;

    private static TResult Do<TReport, TResult>(
        Channel<TReport> reports, Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, Action<TReport> show, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var task = Task.Run(() => Carry(work, reports.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (reports.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
                while (reports.Reader.TryRead(out var report)) show(report);
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

    private static async Task<TResult> Carry<TReport, TResult>(
        Func<IProgress<TReport>, CancellationToken, Task<TResult>> work, ChannelWriter<TReport> reports, CancellationToken cancellation)
    {
        try
        {
            return await work(new Reports<TReport>(reports), cancellation);
        }
        finally
        {
            reports.TryComplete();
        }
    }

    private sealed class Reports<T>(ChannelWriter<T> to) : IProgress<T>
    {
        public void Report(T value) => to.TryWrite(value);
    }
}
