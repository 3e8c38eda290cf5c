using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Slurm's controller and one node of it on this machine, for one test. Only root may start them.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Daemons = ["slurmctld", "slurmd"];

    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-slurm-").FullName;
    private readonly List<Process> _daemons = [];

    public SlurmCluster()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root" && Array.TrueForAll(Daemons, static d => File.Exists("/usr/sbin/" + d)),
            "Slurm cannot run here: it needs /usr/sbin/slurmctld and slurmd (Debian: slurm-wlm), and root.");
        File.WriteAllText(Configuration, $"""
            ClusterName=axfl
            SlurmctldHost=localhost(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthType=auth/none
            CredType=cred/none
            SlurmUser=root
            StateSaveLocation={_folder}
            SlurmdSpoolDir={_folder}
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmdPidFile={_folder}/slurmd.pid
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            ReturnToService=2
            MpiDefault=none
            JobAcctGatherType=jobacct_gather/none
            NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
            PartitionName=all Nodes=localhost Default=YES MaxTime=INFINITE State=UP

            """);
        foreach (var (daemon, options) in Daemons.Zip(["-D", "-D -N localhost"])) _daemons.Add(Begin("/usr/sbin/" + daemon, $"{options} > '{_folder}/{daemon}.log' 2>&1", []));
    }

    private string Configuration => Path.Combine(_folder, "slurm.conf");

    /// <summary>Runs a command of Slurm to its end.</summary>
    public async Task<(int Code, string Said)> Run(string command, params (string Name, string Value)[] environment)
    {
        using var process = Begin(command, "2>&1", environment);
        var said = await process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, said);
    }

    public void Dispose()
    {
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }

        if (_daemons.Count > 0) Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Begin(string program, string rest, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, WorkingDirectory = _folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec {program} {rest}");
        start.Environment["SLURM_CONF"] = Configuration;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
