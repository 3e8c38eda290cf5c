using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>What runs and sweeps say, on the stream of its level.</summary>
internal static class NoticeStreams
{
    private const string Source = "Axfl";

    /// <summary>Writes it; on the pipeline's thread.</summary>
    public static void Tell(this Cmdlet cmdlet, NoticeLevel level, string message)
    {
        if (level == NoticeLevel.Warning) cmdlet.WriteWarning(message);
        else if (level == NoticeLevel.Verbose) cmdlet.WriteVerbose(message);
        else cmdlet.WriteInformation(new InformationRecord(message, Source));
    }

    /// <summary>Adds it to a job; of a stream with as many records as the limit the oldest goes.</summary>
    public static void Tell(this Job job, NoticeLevel level, string message, int limit)
    {
        if (level == NoticeLevel.Warning) job.Warning.AddNewest(new WarningRecord(message), limit);
        else if (level == NoticeLevel.Verbose) job.Verbose.AddNewest(new VerboseRecord(message), limit);
        else job.Information.AddNewest(new InformationRecord(message, Source), limit);
    }
}
