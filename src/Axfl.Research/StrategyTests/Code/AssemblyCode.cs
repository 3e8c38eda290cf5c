using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Axfl.Research.StrategyTests.Code;

/// <summary>Code of one assembly, read from its file without loading it.</summary>
internal sealed class AssemblyCode : IDisposable
{
    private readonly PEReader _file;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);

    /// <param name="path">Its file.</param>
    public AssemblyCode(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        Reader = _file.GetMetadataReader();
        foreach (var handle in Reader.TypeDefinitions) _types.TryAdd(TypeNames.Of(Reader, handle), handle);
    }

    /// <summary>Its metadata.</summary>
    public MetadataReader Reader { get; }

    /// <summary>A type by its full name; nil: there is none.</summary>
    public TypeDefinitionHandle Find(string type) => _types.GetValueOrDefault(type);

    /// <summary>Instructions of a method; none where it has no body.</summary>
    public IEnumerable<(System.Reflection.Emit.OpCode Code, int Token)> InstructionsOf(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 || method.ImplAttributes.HasFlag(MethodImplAttributes.Native) ? []
        : IlInstructions.Of(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? []);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
