using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Axfl.Testing;

namespace Axfl.Pools.Hangfire.Dashboard.Tests;

/// <summary>The real program in a process of its own.</summary>
public sealed class ProgramTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Theory]
    [InlineData(0, "Nothing can be changed there", "--help")]
    [InlineData(2, "--port must be a port, 0 to 65535, not '65536'.", "--port", "65536")]
    [InlineData(2, "--port must be a port", "--port", "-1")]
    [InlineData(2, "--stroe", "--stroe", "x")]
    [InlineData(2, "sweeps.db is a file", "--store", "sweeps.db")]
    [InlineData(2, "its key 'pasword' is not known", "--store", "Host=127.0.0.1;Pasword=kept-to-itself-7Q")]
    [InlineData(4, "cannot be opened", "--store", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=kept-to-itself-7Q")]
    public async Task It_says_what_is_wrong_with_the_code_for_it(int expected, string said, params string[] arguments)
    {
        using var process = Start(null, arguments);
        var (output, error) = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(expected, process.ExitCode);
        Assert.Contains(said, expected == 0 ? output : error, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it()
    {
        var connection = Queues.New(server);
        using var taker = new TcpListener(IPAddress.Loopback, 0);
        taker.Start();
        var port = ((IPEndPoint)taker.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        using var process = Start(connection, "--port", port);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.Contains($"Cannot listen on port {port} of 127.0.0.1", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task It_prints_its_address_answers_there_and_stops_when_asked(string signal, int expected)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("There are no signals to send on Windows.");
        using var process = Start(Queues.New(server));
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        using (var client = new HttpClient()) Assert.Contains("Axfl queue", await client.GetStringAsync(line!["listening on ".Length..]), StringComparison.Ordinal);
        using (var kill = Process.Start("/bin/kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(expected, process.ExitCode);
    }

    private static Process Start(string? store, params string[] arguments)
    {
        // Under nohup or in the background of a script the tests ignore signals, and what they start would too: env gives it the usual ones.
        string[] before = OperatingSystem.IsLinux() ? ["/usr/bin/env", "--default-signal=INT,TERM", "dotnet"] : ["dotnet"];
        string[] line = [.. before, Path.Combine(AppContext.BaseDirectory, "Axfl.Pools.Hangfire.Dashboard.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in line[1..]) start.ArgumentList.Add(argument);
        start.Environment["AXFL_STORE"] = store;
        // What would move another server to every address of the machine.
        start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:0";
        return Process.Start(start)!;
    }
}
