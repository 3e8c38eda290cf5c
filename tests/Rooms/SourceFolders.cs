using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Axfl.Rooms;

/// <summary>The folder each type of an assembly was compiled from, read from its symbols.</summary>
internal static class SourceFolders
{
    // The compiler names the files of types without methods (interfaces, enums) in a record of this kind.
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>Files of a type, below the project's folder, by the type's metadata token; generated code has none.</summary>
    public static Dictionary<int, string> Read(string symbols, string project)
    {
        using var stream = File.OpenRead(symbols);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var reader = provider.GetMetadataReader();
        var marker = $"/src/{project}/";
        var found = new Dictionary<int, string>();
        foreach (var handle in reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(i => reader.GetGuid(i.Kind) == TypeDocuments))
        {
            var blob = reader.GetBlobReader(handle.Value);
            Keep(MetadataTokens.GetToken(handle.Parent), MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
        }

        foreach (var handle in reader.MethodDebugInformation)
        {
            var method = reader.GetMethodDebugInformation(handle);
            if (!method.Document.IsNil) Keep(MetadataTokens.GetToken(handle.ToDefinitionHandle()), method.Document);
        }

        return found;

        void Keep(int token, DocumentHandle document)
        {
            var path = reader.GetString(reader.GetDocument(document).Name).Replace('\\', '/');
            var at = path.LastIndexOf(marker, StringComparison.Ordinal);
            if (at >= 0 && !path[(at + marker.Length)..].StartsWith("obj/", StringComparison.Ordinal)) found.TryAdd(token, path[(at + marker.Length)..]);
        }
    }
}
