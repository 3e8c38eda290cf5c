using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>What the process says to the shell. docs/exit-codes.md documents the list; <see cref="ErrorKind"/> has the numbers of the errors.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>An error nobody foresaw: AXFL_DEBUG=1 shows where.</summary>
    public const int Unexpected = 1;

    /// <summary>Bad usage or configuration.</summary>
    public const int Usage = (int)ErrorKind.Configuration;

    /// <summary>Data that is missing, unreadable or contradictory.</summary>
    public const int Data = (int)ErrorKind.Data;

    /// <summary>Output that cannot be written.</summary>
    public const int Output = (int)ErrorKind.Output;

    /// <summary>A feed or provider.</summary>
    public const int Feed = (int)ErrorKind.Feed;

    /// <summary>Some trials of a sweep failed.</summary>
    public const int TrialsFailed = 6;

    /// <summary>A trial of a sweep did not give the same result again.</summary>
    public const int NotReproduced = 7;

    /// <summary>A check found something.</summary>
    public const int CheckFailed = 8;

    /// <summary>The terminal or session is gone (128 + SIGHUP).</summary>
    public const int HungUp = 129;

    /// <summary>Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Ctrl-\ (128 + SIGQUIT).</summary>
    public const int Quit = 131;

    /// <summary>SIGTERM (128 + 15).</summary>
    public const int Terminated = 143;
}
