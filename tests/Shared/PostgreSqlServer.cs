using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Axfl.Testing;

/// <summary>A PostgreSQL of these tests, on the loopback address, in a temporary folder, with a password. Started once for all; absent where it is not installed.</summary>
public sealed class PostgreSqlServer : IDisposable
{
    public const string Password = "kept-to-itself-7Q";

    private readonly string _folder = "";
    private readonly string? _programs = Programs();
    private int _databases;

    public PostgreSqlServer()
    {
        if (_programs is null) return;
        Port = FreePort();
        _folder = Directory.CreateTempSubdirectory("axfl-pg").FullName;
        File.WriteAllText(PasswordFile, Password);
        // PostgreSQL refuses to run as root.
        if (IsRoot) Run("chown", "-R", User, _folder);
        Pg("initdb", "-D", Data, "-U", "axfl", "-A", "scram-sha-256", "--pwfile", PasswordFile, "--no-sync", "-E", "UTF8", "--no-locale");
        Start();
    }

    public int Port { get; }

    private string Data => Path.Combine(_folder, "data");

    private string PasswordFile => Path.Combine(_folder, "password");

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private static string User => File.ReadLines("/etc/passwd").Any(static l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Skips a test where no server can run.</summary>
    public void Require()
    {
        if (_programs is null) Assert.Skip("PostgreSQL is not installed here: no initdb in /usr/lib/postgresql/*/bin, /usr/local/bin or PATH.");
    }

    /// <summary>A connection string of a database that nobody else has.</summary>
    public string NewDatabase()
    {
        Require();
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        Pg("createdb", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "axfl", name);
        return To(name);
    }

    public string To(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username=axfl;Password={Password}");

    public void Start() => Pg("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"), "start");

    public void Stop() => Pg("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    public string Sql(string connection, string text) =>
        Pg("psql", "-At", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "axfl", "-d", connection.Split(';')[2]["Database=".Length..], "-c", text).Trim();

    public void Dispose()
    {
        if (_programs is null) return;
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Programs()
    {
        string[] folders = [.. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(static d => Path.Combine(d, "bin")) : [],
            "/usr/local/bin", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];
        return OperatingSystem.IsWindows() ? null : folders.FirstOrDefault(static f => File.Exists(Path.Combine(f, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Pg(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        return IsRoot ? Run("setpriv", ["--reuid", User, "--regid", User, "--clear-groups", path, .. arguments]) : Run(path, arguments);
    }

    private string Run(string program, params string[] arguments)
    {
        // To a file and not to a pipe: the server that pg_ctl starts would keep the pipe open.
        var output = Path.Combine(_folder, "out" + Guid.NewGuid().ToString("N"));
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var part in (string[])["-c", "out=$1; shift; exec \"$@\" > \"$out\" 2>&1", "sh", output, program, .. arguments]) start.ArgumentList.Add(part);
        start.Environment["PGPASSWORD"] = Password;
        using var process = Process.Start(start)!;
        Assert.True(process.WaitForExit(120_000), $"{program} {string.Join(' ', arguments)} does not end");
        var said = File.ReadAllText(output);
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said}");
    }
}
