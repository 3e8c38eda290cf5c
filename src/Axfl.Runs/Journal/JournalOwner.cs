using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>Whose a journal is: the other files of a run directory name its run too, and a journal of another run proves nothing of them.</summary>
internal static class JournalOwner
{
    /// <summary>Refuses a journal that is not of the run whose directory it lies in. A directory may have any name.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="start">First line of the journal.</param>
    /// <exception cref="AxflException">It is of another run (<c>JournalOfAnotherRun</c>).</exception>
    public static void Require(string directory, JournalStart start)
    {
        var now = Path.Combine(directory, RunFiles.Now);
        if (NowFile.Read(now)?.Status?.Run is not { Length: > 0 } run || run == start.Run) return;
        throw new AxflException("JournalOfAnotherRun", ErrorKind.Data,
            $"{directory} has the journal of the run '{start.Run}', and {RunFiles.Now} of the run '{run}': the files of two runs were mixed. Put the journal of '{run}' back.")
        { Target = directory };
    }
}
