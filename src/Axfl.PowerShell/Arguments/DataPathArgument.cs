namespace Axfl.PowerShell;

/// <summary>One -DataPath: a folder, a file, wildcards, or SYMBOL=path.</summary>
internal readonly record struct DataPathArgument(string Text)
{
    /// <summary>The same with absolute paths. SYMBOL=path keeps its symbol; a path that has an equals sign of its own has a separator before it.</summary>
    public IEnumerable<string> Resolve(AxflCmdlet cmdlet)
    {
        var equals = Text.IndexOf('=', StringComparison.Ordinal);
        var symbol = equals > 0 ? Text[..equals] : "";
        if (symbol.Length > 0 && symbol.IndexOfAny(['/', '\\', '.']) < 0 && !System.IO.Path.Exists(cmdlet.Absolute(Text)))
            return [symbol + "=" + cmdlet.Absolute(Text[(equals + 1)..])];
        return System.Management.Automation.WildcardPattern.ContainsWildcardCharacters(Text) ? cmdlet.Expand(Text) : [cmdlet.Absolute(Text)];
    }
}
