namespace Axfl.Research.StrategyTests.Code;

/// <summary>What a strategy must not need: what is in no bar. Of framework members and of PowerShell's commands and variables.</summary>
internal static class OutsideCalls
{
    private const string Clock = "clock", Random = "random numbers", Files = "files", Surroundings = "environment", Network = "network", Statics = "state outside the strategy";

    // Members by type; "*" are all of the type.
    private static readonly Dictionary<string, (string Kind, string[] Members)[]> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["System.DateTime"] = [(Clock, ["Now", "UtcNow", "Today"])],
        ["System.DateTimeOffset"] = [(Clock, ["Now", "UtcNow"])],
        ["System.TimeProvider"] = [(Clock, ["*"])],
        ["System.Diagnostics.Stopwatch"] = [(Clock, ["*"])],
        ["System.Threading.Timer"] = [(Clock, ["*"])],
        ["System.TimeZoneInfo"] = [(Surroundings, ["Local"])],
        ["System.TimeZone"] = [(Surroundings, ["CurrentTimeZone"])],
        // The compiler asks for the thread in every iterator.
        ["System.Environment"] = [(Clock, ["TickCount", "TickCount64"]), ("", ["CurrentManagedThreadId", "NewLine", "FailFast"]), (Surroundings, ["*"])],
        ["System.Console"] = [(Surroundings, ["*"])],
        ["System.AppContext"] = [(Surroundings, ["*"])],
        ["System.AppDomain"] = [(Surroundings, ["*"])],
        ["System.Diagnostics.Process"] = [(Surroundings, ["*"])],
        ["System.Globalization.CultureInfo"] = [(Surroundings, ["CurrentCulture", "CurrentUICulture"])],
        ["System.Random"] = [(Random, ["*"])],
        ["System.Guid"] = [(Random, ["NewGuid", "CreateVersion7"])],
        ["System.Security.Cryptography.RandomNumberGenerator"] = [(Random, ["*"])],
        // Differ from process to process.
        ["System.HashCode"] = [(Random, ["*"])],
        ["System.String"] = [(Random, ["GetHashCode"])],
    };

    private static readonly string[] NotFiles =
        ["Path", "MemoryStream", "StringReader", "StringWriter", "TextReader", "TextWriter", "Stream", "BinaryReader", "BinaryWriter", "IOException", "EndOfStreamException"];

    private static readonly Dictionary<string, string> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-Date"] = Clock, ["Get-Uptime"] = Clock, ["Start-Sleep"] = Clock, ["sleep"] = Clock, ["Get-TimeZone"] = Surroundings,
        ["Get-Random"] = Random, ["Get-SecureRandom"] = Random, ["New-Guid"] = Random,
        ["Get-Content"] = Files, ["gc"] = Files, ["cat"] = Files, ["type"] = Files, ["Import-Csv"] = Files, ["ipcsv"] = Files, ["Import-Clixml"] = Files, ["Get-ChildItem"] = Files,
        ["gci"] = Files, ["ls"] = Files, ["dir"] = Files, ["Get-Item"] = Files, ["gi"] = Files, ["Test-Path"] = Files, ["Set-Content"] = Files, ["sc"] = Files, ["Add-Content"] = Files,
        ["Out-File"] = Files, ["Export-Csv"] = Files, ["epcsv"] = Files, ["Export-Clixml"] = Files, ["Tee-Object"] = Files, ["Select-String"] = Files, ["sls"] = Files,
        ["Import-PowerShellDataFile"] = Files, ["Import-Module"] = Files, ["ipmo"] = Files, ["Get-Process"] = Surroundings, ["gps"] = Surroundings, ["ps"] = Surroundings,
        ["Get-Culture"] = Surroundings, ["Get-Host"] = Surroundings, ["Get-Location"] = Surroundings, ["Read-Host"] = Surroundings, ["Start-Process"] = Surroundings,
        ["Invoke-WebRequest"] = Network, ["iwr"] = Network, ["curl"] = Network, ["wget"] = Network, ["Invoke-RestMethod"] = Network, ["irm"] = Network, ["Test-Connection"] = Network,
        ["Set-Variable"] = Statics, ["New-Variable"] = Statics, ["Get-Variable"] = Statics,
    };

    /// <summary>What kind of outside a member is of; null: none.</summary>
    /// <param name="type">Full name of its type.</param>
    /// <param name="member">Its name; a property without get_.</param>
    public static string? OfMember(string type, string member)
    {
        if (Types.TryGetValue(type, out var kinds))
            return kinds.FirstOrDefault(k => k.Members.Contains("*") || k.Members.Contains(member, StringComparer.OrdinalIgnoreCase)).Kind is { Length: > 0 } kind ? kind : null;
        if (type.StartsWith("System.Net.", StringComparison.OrdinalIgnoreCase)) return Network;
        if (type.StartsWith("System.IO.", StringComparison.OrdinalIgnoreCase) && !NotFiles.Contains(type["System.IO.".Length..], StringComparer.OrdinalIgnoreCase)) return Files;
        return type.StartsWith("Microsoft.Win32.", StringComparison.OrdinalIgnoreCase) ? Surroundings : null;
    }

    /// <summary>What kind of outside something in a script is of; null: none.</summary>
    /// <param name="name">A member with its type, a command, a variable with its scope, or a redirection to a file.</param>
    public static string? OfScript(string name)
    {
        if (name.StartsWith("$env:", StringComparison.OrdinalIgnoreCase)) return Surroundings;
        if (name.StartsWith('$')) return Statics;
        if (name.StartsWith('>')) return Files;
        if (Commands.TryGetValue(name, out var kind)) return kind;
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? null : OfMember(name[..dot], name[(dot + 1)..]) ?? OfMember("System." + name[..dot], name[(dot + 1)..]);
    }
}
