using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Journal;

public sealed class JournalSyncTests
{
    private const int Lines = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task Twenty_thousand_lines_beside_syncs_at_full_speed_are_all_there(int repetition)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, RunFiles.Journal);
        using var writing = new CancellationTokenSource();
        var syncing = new TaskCompletionSource();
        var syncs = 0;
        using (var journal = JournalWriter.Create(path))
        {
            // A thread of its own, so that it runs beside the lines whatever else the pool has to do.
            var beside = Task.Factory.StartNew(() =>
            {
                for (; !writing.IsCancellationRequested; syncs++)
                {
                    journal.Sync();
                    syncing.TrySetResult();
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await Task.WhenAny(syncing.Task, beside);
            for (var i = 0; i < Lines; i++) Append(journal, i);
            await writing.CancelAsync();
            await beside;
        }

        Assert.True(syncs > 0, $"repetition {repetition}: no sync");
        Assert.Equal(Lines, Count(path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(99)]
    public void A_byte_changed_behind_the_run_is_noticed_at_the_next_sync_with_its_line(int line)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, RunFiles.Journal);
        using var journal = JournalWriter.Create(path);
        for (var i = 0; i < 100; i++) Append(journal, i);
        journal.Flush();
        var bytes = File.ReadAllBytes(path);
        var at = 20;
        for (var i = 0; i < line; i++) at = Array.IndexOf(bytes, (byte)'\n', at) + 21;
        using (var other = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.Position = at;
            other.WriteByte((byte)(bytes[at] ^ 1));
        }

        var error = Assert.Throws<AxflException>(journal.Sync);
        Assert.Equal(("JournalNotHeld", ErrorKind.Output, line + 1L), (error.ErrorId, error.Kind, error.Line));
        Assert.Same(error, Assert.Throws<AxflException>(journal.Sync));
        Assert.Same(error, Assert.Throws<AxflException>(journal.Flush));
    }

    [Fact]
    public void A_file_cut_behind_the_run_is_noticed_at_the_next_sync()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, RunFiles.Journal);
        using var journal = JournalWriter.Create(path);
        for (var i = 0; i < 100; i++) Append(journal, i);
        journal.Flush();
        using (var other = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) other.SetLength(other.Length - 1);
        var error = Assert.Throws<AxflException>(journal.Sync);
        Assert.Equal(("JournalNotHeld", 100L), (error.ErrorId, error.Line));
    }

    [Fact]
    public void Lines_longer_than_every_buffer_are_written_and_read_back()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, RunFiles.Journal);
        using (var journal = JournalWriter.Create(path))
        {
            foreach (var length in (int[])[10, 70_000, 5, 300_000])
            {
                journal.Begin(JournalKind.Feed).WriteString("detail"u8, new string('x', length));
                journal.End();
            }

            journal.Sync();
            Append(journal, 1);
        }

        Assert.Equal(5, Count(path));
    }

    private static void Append(JournalWriter journal, int time)
    {
        journal.Begin(JournalKind.Clock).WriteNumber("t"u8, time);
        journal.End();
    }

    private static long Count(string path)
    {
        using var reader = new JournalReader(path);
        while (reader.Read(out _))
        {
            // Each line is held against the chain.
        }

        Assert.Equal(0, reader.TornBytes);
        return reader.Chain.Lines;
    }
}
