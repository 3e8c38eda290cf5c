using System.Text;
using System.Xml.Linq;

namespace Axfl.HelpBuilder;

/// <summary>Turns a folder of markdown into what Get-Help reads: one MAML file for the commands, one text file for each about topic.</summary>
internal static class HelpFolder
{
    private const string MamlName = "Axfl.PowerShell.dll-Help.xml";

    /// <summary>Builds the help; files that would not change are left alone.</summary>
    public static void Build(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        var pages = Directory.EnumerateFiles(source, "*-Axfl*.md").Order(StringComparer.Ordinal)
            .Select(f => HelpPage.Parse(File.ReadAllText(f), Path.GetFileName(f))).ToArray();
        var xml = Maml.Write(pages);
        Write(Path.Combine(destination, MamlName), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n");
        foreach (var about in Directory.EnumerateFiles(source, "about_*.md").Order(StringComparer.Ordinal))
            Write(Path.Combine(destination, Path.GetFileNameWithoutExtension(about) + ".help.txt"), AboutText.From(File.ReadAllText(about)));
    }

    private static void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text) return;
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
