using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>A notice of a run with given words.</summary>
internal sealed record Said : NoticeEvent
{
    public Said(NoticeLevel level, string message) => (Level, Message) = (level, message);

    public override NoticeLevel Level { get; }

    public override string Message { get; }
}
