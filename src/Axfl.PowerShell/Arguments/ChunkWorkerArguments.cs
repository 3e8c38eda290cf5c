using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Arguments;

/// <summary>What a command that runs chunks is given.</summary>
internal interface IChunkWorkerArguments
{
    /// <summary>Bars instead of those of the sweep: folders, files, or SYMBOL=path.</summary>
    string[] DataPath { get; }

    /// <summary>Whether bars are read from the store.</summary>
    SwitchParameter DataFromStore { get; }

    /// <summary>What is done at the same time; 0: as many as cores.</summary>
    int Throttle { get; }

    /// <summary>Longest a trial may take, seconds; null: the default.</summary>
    double? TrialTimeout { get; }

    /// <summary>Assemblies with strategies of the user's own.</summary>
    string[] StrategyAssembly { get; }
}

/// <summary>Makes a request of them.</summary>
internal static class ChunkWorkerArguments
{
    /// <summary>What this machine has; strategies of the session are added when the work begins.</summary>
    /// <param name="command">The command.</param>
    /// <param name="store">Where the sweep is.</param>
    public static ChunkWorkerRequest Worker<T>(this T command, SweepStoreRequest store)
        where T : AxflCmdlet, IChunkWorkerArguments => new()
        {
            Store = store,
            WorkingDirectory = command.WorkingDirectory,
            DataPath = DataPathArgument.Resolve(command.DataPath, command),
            DataFromStore = command.DataFromStore,
            Throttle = command.Throttle,
            TrialTimeout = command.TrialTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            StrategyAssemblies = [.. command.StrategyAssembly.Select(command.Absolute)],
        };
}
