using System.Text;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Research.Sweeps;

/// <summary>Opens sweep files.</summary>
internal static class SweepFile
{
    /// <summary>Reads a sweep file.</summary>
    /// <param name="path">Path, absolute.</param>
    /// <exception cref="ConfigurationException">The file has errors: all of them (<c>SweepFileInvalid</c>).</exception>
    /// <exception cref="AxflException"><c>SweepFileNotFound</c>, <c>SweepFileUnreadable</c>.</exception>
    public static SweepDefinition Read(string path)
    {
        if (!File.Exists(path))
        {
            var what = Directory.Exists(path) ? "is a folder, not a sweep file" : "does not exist";
            throw new AxflException("SweepFileNotFound", ErrorKind.Configuration, $"The sweep file '{path}' {what}. Check the path.") { Target = path };
        }

        return Parse(ReadText(path), path, Path.GetDirectoryName(path)!);
    }

    /// <summary>Reads the text of a sweep.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="folder">Folder against which its paths are resolved, absolute.</param>
    /// <exception cref="ConfigurationException">The text has errors: all of them (<c>SweepFileInvalid</c>).</exception>
    public static SweepDefinition Parse(string text, string path, string folder)
    {
        var log = new ProblemLog();
        var root = YamlTree.Parse(text, path, log);
        var definition = root is null && log.HasErrors ? null : new SweepReader(path, folder, log).Read(root);
        var problems = log.InFileOrder;
        return definition is null || log.HasErrors ? throw new ConfigurationException("SweepFileInvalid", problems) : definition with { Warnings = problems };
    }

    /// <summary>The text of a file of configuration.</summary>
    public static string ReadText(string path) => InputErrors.Guard(path, () =>
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(RegularFile.ReadAll(path, 16 * YamlTree.MaxCharacters)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("It is not UTF-8: save it with that encoding", e);
        }
    }, (_, e) => new AxflException("SweepFileUnreadable", ErrorKind.Configuration, InputErrors.Describe($"'{path}'", e), e) { Target = path });
}
