using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>A halt began or ended.</summary>
/// <param name="Time">When, event time, unix ms.</param>
/// <param name="Halt">Name, as in files and status: <c>portfolio_halted</c>.</param>
/// <param name="Began">Whether it began (else ended).</param>
/// <param name="Strategy">Strategy id of a strategy stop; empty otherwise.</param>
/// <param name="Description">A sentence with its numbers.</param>
/// <param name="Level">Warning when it begins, information when it ends; of a replay's later ones verbose.</param>
internal sealed record HaltChanged(long Time, string Halt, bool Began, string Strategy, string Description, NoticeLevel Level) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level { get; } = Level;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Description}";
}

/// <summary>Halts from here on are not reported one by one.</summary>
/// <param name="File">File that has them all.</param>
internal sealed record FurtherHaltsQuiet(string File) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"Further halts are in {File} and on the verbose stream.";
}

/// <summary>An order was blocked or cancelled.</summary>
/// <param name="Decision">The decision.</param>
internal sealed record OrderDecided(Decision Decision) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Verbose;

    /// <inheritdoc/>
    public override string Message => Decision.Explain();
}
