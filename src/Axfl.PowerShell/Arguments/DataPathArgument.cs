using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;

namespace Axfl.PowerShell.Arguments;

/// <summary>One -DataPath: a folder, a file, wildcards, or SYMBOL=path.</summary>
internal readonly record struct DataPathArgument(string Text)
{
    /// <summary>The same with absolute paths. SYMBOL=path keeps its symbol; a path that has an equals sign of its own has a separator before it.</summary>
    /// <remarks>A path that exists as it stands is that path, brackets or not; wildcards that match nothing are an error: what was given is read, or nothing is.</remarks>
    /// <exception cref="AxflException">Nothing matches the wildcards.</exception>
    public IEnumerable<string> Resolve(AxflCmdlet cmdlet)
    {
        var equals = Text.IndexOf('=', StringComparison.Ordinal);
        var symbol = equals > 0 ? Text[..equals] : "";

        // The whole text is no path of PowerShell here: C: in EURUSD=C:\bars.csv would name a drive 'EURUSD=C'.
        if (symbol.Length > 0 && symbol.IndexOfAny(['/', '\\', '.']) < 0 && !System.IO.Path.Exists(System.IO.Path.Combine(cmdlet.WorkingDirectory, Text)))
            return [symbol + "=" + cmdlet.Absolute(Text[(equals + 1)..])];
        if (!WildcardPattern.ContainsWildcardCharacters(Text)) return [cmdlet.Absolute(Text)];
        var literal = cmdlet.Absolute(Text);
        return System.IO.Path.Exists(literal) ? [literal] : Expanded(cmdlet);
    }

    private string[] Expanded(AxflCmdlet cmdlet)
    {
        string[] found;
        try
        {
            found = [.. cmdlet.Expand(Text)];
        }
        catch (ItemNotFoundException)
        {
            found = [];
        }

        return found.Length > 0 ? found : throw new AxflException(
            "DataFileNotFound", ErrorKind.Data, $"-DataPath '{Text}' matches no file or folder in {cmdlet.WorkingDirectory}: check the path and its wildcards.")
        {
            Target = Text,
        };
    }
}
