namespace Axfl.PowerShell.Progress;

/// <summary>What work on other threads has done on the pipeline's, where alone a command may write and ask the session.</summary>
/// <param name="calls">Takes the calls, in order.</param>
/// <param name="stop">The work is over, or is to end: nobody answers any more.</param>
internal sealed class PipelineCalls(IProgress<Action> calls, CancellationToken stop)
{
    /// <summary>Has something done, without waiting for it.</summary>
    public void Tell(Action call) => calls.Report(call);

    /// <summary>Asks something, and waits for the answer. Of any thread but the pipeline's.</summary>
    /// <exception cref="OperationCanceledException">Nobody answers any more.</exception>
    /// <exception cref="Exception">What the question throws.</exception>
    public T Ask<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        calls.Report(() =>
        {
            // Whatever it is, it belongs to the one who asked.
#pragma warning disable CA1031
            try
            {
                answer.SetResult(question());
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
#pragma warning restore CA1031
        });
        return answer.Task.WaitAsync(stop).GetAwaiter().GetResult();
    }
}
