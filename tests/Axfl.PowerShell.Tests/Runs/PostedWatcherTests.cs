using Axfl.Contracts;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Tests.Runs;

public class PostedWatcherTests
{
    [Fact]
    public void Of_progress_the_newest_is_told_and_of_notices_each_in_order()
    {
        var (calls, told) = (new Calls(), new Told());
        ISweepWatcher watcher = new PostedWatcher(told, calls);
        watcher.Notice(NoticeLevel.Warning, "one");
        for (var i = 1; i <= 1000; i++) watcher.Progress(At(i));
        watcher.Notice(NoticeLevel.Information, "two");
        Assert.Empty(told.Heard);
        calls.Make();
        Assert.Equal(["Warning one", "1000", "Information two"], told.Heard);
        watcher.Progress(At(1001));
        calls.Make();
        Assert.Equal("1001", told.Heard[^1]);
    }

    private static SweepProgress At(int done) => new("running", 0, done, 2000, 0, null, null);

    private sealed class Calls : IProgress<Action>
    {
        private readonly Queue<Action> _waiting = new();

        public void Report(Action value) => _waiting.Enqueue(value);

        public void Make()
        {
            while (_waiting.TryDequeue(out var call)) call();
        }
    }

    private sealed class Told : ISweepWatcher
    {
        public List<string> Heard { get; } = [];

        public void Progress(SweepProgress progress) => Heard.Add($"{progress.Done}");

        public void Trial(SweepTrial trial) => Heard.Add($"trial {trial.Trial}");

        public void Notice(NoticeLevel level, string message) => Heard.Add($"{level} {message}");
    }
}
