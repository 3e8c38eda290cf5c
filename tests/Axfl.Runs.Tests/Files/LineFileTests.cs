using System.Text;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class LineFileTests : IDisposable
{
    private readonly TemporaryFolder _directory = new();

    private string Path => _directory["lines"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Lines_longer_than_the_buffer_and_other_scripts_read_back()
    {
        string[] lines = [new string('a', 50_000), "ümlaut €", "", new string('€', 20_000), "end"];
        using (var file = new LineFile(Path))
            foreach (var line in lines) file.Append(Encoding.UTF8.GetBytes(line));
        Assert.Equal(
            [(lines[0], 1), (lines[1], 2), (lines[3], 4), (lines[4], 5)],
            LineFile.Read(Path));
    }

    [Fact]
    public void A_line_that_no_run_wrote_is_refused_before_it_fills_the_memory()
    {
        using (var file = new StreamWriter(Path))
        {
            file.Write("a\n");
            for (var i = 0; i < 40; i++) file.Write(new string('x', 1 << 20));
        }

        var error = Assert.Throws<AxflException>(() => LineFile.Read(Path).ToList());
        Assert.Equal(("RunFileLineTooLong", ErrorKind.Data, 2L), (error.ErrorId, error.Kind, error.Line));
    }

    [Fact]
    public async Task A_pipe_instead_of_a_file_is_refused_without_waiting_for_its_other_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes of Windows are no files.");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var reading = Task.Run(() => Assert.Throws<AxflException>(() => LineFile.Read(Path).ToList()), TestContext.Current.CancellationToken);
        var error = await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal("FileUnreadable", error.ErrorId);
        Assert.Contains("a pipe", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_of_another_system_do_not_matter()
    {
        _directory.File("lines", "a\r\nb\r\n");
        Assert.Equal([("a", 1), ("b", 2)], LineFile.Read(Path));
    }

    [Fact]
    public void A_line_that_is_completed_later_is_there_at_the_next_reading()
    {
        _directory.File("lines", "a\nb");
        Assert.Equal([("a", 1)], LineFile.Read(Path));
        File.AppendAllText(Path, "c\n");
        Assert.Equal([("a", 1), ("bc", 2)], LineFile.Read(Path));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a\n", 0)]
    [InlineData("a\nbc", 2)]
    [InlineData("abc", 3)]
    public void Bytes_behind_the_last_line_end_are_torn(string text, long torn) => Assert.Equal(torn, LineFile.TornBytes(_directory.File("lines", text)));

    [Fact]
    public void A_torn_line_longer_than_a_block_is_cut_whole()
    {
        _directory.File("lines", "a\n" + new string('x', 10_000));
        Assert.Equal(10_000, LineFile.TornBytes(Path));
        using (var file = new LineFile(Path)) file.Append("b"u8);
        Assert.Equal("a\nb\n", File.ReadAllText(Path));
    }

    [Fact]
    public void A_file_can_be_read_while_it_is_written_and_grows_when_flushed()
    {
        using var file = new LineFile(Path);
        file.Append("a"u8);
        file.Flush();
        Assert.Equal([("a", 1)], LineFile.Read(Path));
    }

    /// <summary>On a full disk the run stops with an error that names the file; there is a device for that on Linux.</summary>
    [Fact]
    public void A_full_disk_is_an_output_error_that_names_the_path()
    {
        const string Full = "/dev/full";
        Assert.SkipUnless(File.Exists(Full), $"There is no {Full} here.");
        var file = new LineFile(Full);
        file.Append("a"u8);
        var error = Assert.Throws<AxflException>(file.Flush);
        Assert.Equal(("OutputNotWritable", ErrorKind.Output, Full), (error.ErrorId, error.Kind, error.Target));
        Assert.Throws<AxflException>(file.Dispose);
    }
}
