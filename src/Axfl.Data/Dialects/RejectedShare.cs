using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>How much of a file is rejected: more than 100 lines that are more than 5 % of it are no accident of single lines but a file that is not understood.</summary>
/// <param name="name">Name of the file.</param>
/// <param name="isAllowed">Whether the user has consented.</param>
internal sealed class RejectedShare(string name, bool isAllowed)
{
    private const long MostLines = 100;
    private const double MostShare = 0.05;
    private long _rejected, _firstLine;
    private string _firstReason = "";
    private string? _firstFile;

    /// <summary>Takes a rejected line.</summary>
    /// <param name="file">The file it stands in, of two that are read side by side; null: the one this is of.</param>
    /// <param name="line">Its number.</param>
    /// <param name="reason">Why.</param>
    public void Reject(string? file, long line, string reason)
    {
        if (_rejected++ == 0) (_firstFile, _firstLine, _firstReason) = (file, line, reason);
    }

    /// <summary>Why the file is refused; null: it is not.</summary>
    /// <param name="lines">Lines that were read.</param>
    public string? Refusal(long lines) => _rejected <= MostLines || _rejected <= MostShare * lines ? null : string.Create(CultureInfo.InvariantCulture,
            $"{name}: {_rejected} of {lines} lines are rejected ({100.0 * _rejected / lines:0.#} %), the first is line {_firstLine}{(_firstFile is null ? "" : " of " + _firstFile)}: {_firstReason}. "
            + $"Check it with {Spelling.Command("Test-AxflData")} and correct the file, or its zone or layout; to trade on the rest give {Spelling.Of("AllowRejected")}.");

    /// <summary>Refuses the file when too much of it is rejected.</summary>
    /// <param name="lines">Lines that were read.</param>
    /// <exception cref="AxflException">It is, and nobody has consented.</exception>
    public void Judge(long lines)
    {
        if (!isAllowed && Refusal(lines) is { } refusal) throw new AxflException("DataRejected", ErrorKind.Data, refusal) { Target = _firstFile ?? name, Line = _firstLine };
    }
}
