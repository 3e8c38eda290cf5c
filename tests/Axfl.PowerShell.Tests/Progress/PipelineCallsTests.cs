using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Tests.Progress;

public class PipelineCallsTests
{
    [Fact]
    public void A_question_of_another_thread_is_answered_on_the_calling_thread() =>
        Assert.Equal((Environment.CurrentManagedThreadId, true), Do(calls => (calls.Ask(() => Environment.CurrentManagedThreadId), Thread.CurrentThread.IsThreadPoolThread)));

    [Fact]
    public void What_a_question_throws_is_thrown_where_it_was_asked_and_the_work_goes_on() => Assert.Equal("survived", Do(calls =>
    {
        Assert.Throws<FormatException>(() => calls.Ask<int>(() => throw new FormatException()));
        return calls.Ask(() => "survived");
    }));

    [Fact]
    public void Things_told_are_done_in_order_before_the_next_answer()
    {
        var said = new List<int>();
        Assert.Equal([1, 2, 3], Do(calls =>
        {
            for (var i = 1; i <= 3; i++)
            {
                var number = i;
                calls.Tell(() => said.Add(number));
            }

            return calls.Ask(() => said.ToArray());
        }));
    }

    [Fact]
    public void A_question_that_nobody_answers_any_more_ends_with_the_work()
    {
        using var stop = new CancellationTokenSource();
        var calls = new PipelineCalls(new Deaf(), stop.Token);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => calls.Ask(() => 1));
    }

    private static T Do<T>(Func<PipelineCalls, T> work) => BackgroundWork.DoEach<Action, T>((calls, stop) => Task.FromResult(work(new PipelineCalls(calls, stop))), static call => call(), CancellationToken.None);

    private sealed class Deaf : IProgress<Action>
    {
        public void Report(Action value)
        {
        }
    }
}
