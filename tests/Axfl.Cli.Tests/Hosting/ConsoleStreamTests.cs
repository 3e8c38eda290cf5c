using Axfl.Cli.Hosting;
using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Hosting;

/// <summary>The guard of the standard streams.</summary>
public class ConsoleStreamTests
{
    [Fact]
    public void The_first_write_that_fails_is_an_output_error_that_names_the_stream_and_nothing_is_tried_after_it()
    {
        var tries = 0;
        using var stream = new ConsoleStream("standard output", _ =>
        {
            tries++;
            throw new IOException("No space left on device");
        });
        var error = Assert.Throws<ConsoleException>(() => stream.Write("a"u8));
        Assert.Equal(("standard output cannot be written: No space left on device", ErrorKind.Output, false), (error.Message, error.Kind, error.IsClosedPipe));
        stream.Write("b"u8);
        Assert.Equal((1, error), (tries, stream.Fault));
    }

    [Fact]
    public void A_stream_that_was_given_up_drops_what_follows_and_is_no_fault()
    {
        var tries = 0;
        using var stream = new ConsoleStream("standard output", _ => ++tries < 0);
        stream.Write("a"u8);
        stream.Write("b"u8);
        Assert.Equal((1, null), (tries, stream.Fault));
    }

    [Theory]
    [InlineData(false, "error: standard output cannot be written: full\n")]
    [InlineData(true, "")]
    public async Task A_reader_ends_with_4_and_a_closed_pipe_is_not_spoken_of(bool closed, string said)
    {
        using var test = new CommandTest();
        using var stream = new ConsoleStream("standard output", _ => throw (closed ? new ClosedPipeException("gone") : new IOException("full")));
        await using var writer = new StreamWriter(stream);
        var context = Over(test, stream, writer);
        Assert.Equal(4, CommandLine.Run(["runs", "--ids"], context));
        Assert.Equal(said, test.Error);
    }

    [Fact]
    public async Task A_replay_that_had_ended_before_its_output_failed_ends_with_4_and_says_so_once()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new StatusEvent(Samples.Status, true)] });
        using var stream = new ConsoleStream("standard output", _ => throw new IOException("full"));
        await using var writer = new StreamWriter(stream);
        Assert.Equal(4, CommandLine.Run(["live-port"], Over(test, stream, writer, stream)));
        Assert.Equal(1, test.Error.Split("error: standard output cannot be written: full\n").Length - 1);
    }

    [Fact]
    public async Task The_lowest_code_counts_when_a_reader_fails_besides()
    {
        using var test = new CommandTest(new FakeRuntime { Report = new RunReport { Run = "", Directory = "", State = RunStates.Killed, Error = "Gone." } });
        using var stream = new ConsoleStream("standard output", _ => throw new IOException("full"));
        await using var writer = new StreamWriter(stream);
        var context = Over(test, Consoles.Unguarded.Out, writer);
        Assert.Equal(3, CommandLine.Run(["status", "a"], context));
    }

    private static CommandContext Over(CommandTest test, ConsoleStream stream, TextWriter writer, Stream? bytes = null) => new()
    {
        Runtime = test.Runtime, Out = writer, Error = test.Context.Error, OutBytes = bytes ?? Stream.Null, WorkingDirectory = CommandTest.Directory, Stop = test.Stop,
        Consoles = new Consoles(stream, Consoles.Unguarded.Error),
    };
}
