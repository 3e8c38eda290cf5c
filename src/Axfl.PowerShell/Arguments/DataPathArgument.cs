using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Arguments;

/// <summary>What -DataPath takes: folders, files, wildcards, or SYMBOL=path.</summary>
internal static class DataPathArgument
{
    /// <summary>The same with absolute paths; SYMBOL=path keeps its symbol.</summary>
    /// <remarks>A path that exists as it stands is that path, brackets or not; wildcards that match nothing are an error: what was given is read, or nothing is.</remarks>
    /// <exception cref="AxflException">Nothing matches the wildcards.</exception>
    public static string[] Resolve(IEnumerable<string> given, AxflCmdlet cmdlet) => [.. given.SelectMany(text => Resolve(text, cmdlet))];

    private static string[] Resolve(string text, AxflCmdlet cmdlet)
    {
        // The whole text is no path of PowerShell here: C: in EURUSD=C:\bars.csv would name a drive 'EURUSD=C'.
        if (SymbolPath.TrySplit(text, cmdlet.WorkingDirectory, out var symbol, out var path)) return [symbol + "=" + cmdlet.Absolute(path)];
        var literal = cmdlet.Absolute(text);
        return !WildcardPattern.ContainsWildcardCharacters(text) || Path.Exists(literal) ? [literal] : Expanded(text, cmdlet);
    }

    private static string[] Expanded(string text, AxflCmdlet cmdlet)
    {
        string[] found;
        try
        {
            found = [.. cmdlet.Expand(text)];
        }
        catch (ItemNotFoundException)
        {
            found = [];
        }

        return found.Length > 0 ? found : throw new AxflException(
            "DataFileNotFound", ErrorKind.Data, $"-DataPath '{text}' matches no file or folder in {cmdlet.WorkingDirectory}: check the path and its wildcards.")
        {
            Target = text,
        };
    }
}
