using System.CommandLine;
using Axfl.Cli.Hosting;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl sweep</c>: many trials of one plan, and the doubt that belongs to the best.</summary>
internal static class SweepCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context) => new("sweep", "Runs many trials of one plan, keeps every one in a store, and says how much of the best is luck.")
    {
        SweepRunCommand.Create(context), SweepPlanCommand.Create(context), SweepListCommand.Create(context), SweepTrialsCommand.Create(context), SweepMeasureCommand.Create(context),
        SweepReportCommand.Create(context),
        SweepVerifyCommand.Create(context), SweepExportCommand.Create(context), SweepStopCommand.Create(context), SweepRemoveCommand.Create(context),
        SweepChunkCommand.Create(context),
    };
}
