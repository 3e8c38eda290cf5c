using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Code;

/// <summary>What a class uses, and what the classes it uses use, as far as they are its author's: those of its assembly and of assemblies beside it.</summary>
internal sealed class CodeWalk : IDisposable
{
    private static readonly string[] Changing =
        ["Add", "AddRange", "Insert", "Remove", "RemoveAt", "RemoveAll", "Clear", "set_Item", "TryAdd", "TryRemove", "TryUpdate", "AddOrUpdate", "GetOrAdd", "Enqueue", "Dequeue", "Push", "Pop", "Append", "Sort"];

    private readonly string _folder;
    private readonly Dictionary<string, AssemblyCode?> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Assembly, string Type)> _seen = [];
    private readonly Queue<(string Assembly, string Type)> _next = new();
    private readonly List<(string Kind, CodeReference Reference)> _found = [];

    private CodeWalk(string folder) => _folder = folder;

    /// <summary>What a class of an assembly with a file uses from outside, in the order of the code.</summary>
    public static IReadOnlyList<(string Kind, CodeReference Reference)> Of(Type type)
    {
        using var walk = new CodeWalk(Path.GetDirectoryName(type.Assembly.Location)!);
        walk.Take(type.Assembly.GetName().Name!, type.FullName!);
        while (walk._next.TryDequeue(out var next)) walk.Read(next.Assembly, next.Type);
        return [.. walk._found.Distinct()];
    }

    private void Take(string assembly, string type)
    {
        if (AssemblyOf(assembly) is { } code && !code.Find(type).IsNil && _seen.Add((assembly, type))) _next.Enqueue((assembly, type));
    }

    // The framework's and the product's own code is known: the walk ends there.
    private AssemblyCode? AssemblyOf(string name)
    {
        if (_assemblies.TryGetValue(name, out var known)) return known;
        var file = Path.Combine(_folder, name + ".dll");
        var isOurs = name is "Axfl.Contracts" or "Axfl.Engine" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);
        return _assemblies[name] = !isOurs && File.Exists(file) ? new AssemblyCode(file) : null;
    }

    private void Read(string assembly, string type)
    {
        var code = _assemblies[assembly]!;
        var definition = code.Reader.GetTypeDefinition(code.Find(type));
        if (!definition.BaseType.IsNil) Use(assembly, code, definition.BaseType);
        foreach (var handle in definition.GetMethods()) Read(assembly, code, type, code.Reader.GetMethodDefinition(handle));
    }

    private void Read(string assembly, AssemblyCode code, string type, MethodDefinition method)
    {
        var name = code.Reader.GetString(method.Name);
        var place = type + "." + name;
        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)) _found.Add(("native code", new(name, place)));
        FieldDefinitionHandle loaded = default;
        foreach (var (instruction, token) in code.InstructionsOf(method))
        {
            if (IsStore(instruction) && !loaded.IsNil && name != ".cctor") Changes(code, loaded, place);
            if (token == 0) continue;
            var handle = IlInstructions.HandleOf(token);
            if (handle.Kind == HandleKind.FieldDefinition && IsStatic(code, (FieldDefinitionHandle)handle))
            {
                if (instruction == OpCodes.Ldsfld) loaded = (FieldDefinitionHandle)handle;
                else if (name != ".cctor") Changes(code, (FieldDefinitionHandle)handle, place);
            }

            if (Use(assembly, code, handle) is not { } member) continue;
            if (!loaded.IsNil && name != ".cctor" && Changing.Contains(member.Name) && IsCollection(member.Type)) Changes(code, loaded, place);
            if (OutsideCalls.OfMember(member.Type, PropertyOf(member.Name)) is { } kind) _found.Add((kind, new(member.Type + "." + PropertyOf(member.Name), place)));
        }
    }

    // An element of an array is set after the array is loaded.
    private static bool IsStore(OpCode code) => code.Name!.StartsWith("stelem", StringComparison.Ordinal);

    private static bool IsCollection(string type) => type.StartsWith("System.Collections.", StringComparison.Ordinal) || type == "System.Text.StringBuilder";

    private static bool IsStatic(AssemblyCode code, FieldDefinitionHandle field)
    {
        var definition = code.Reader.GetFieldDefinition(field);
        return definition.Attributes.HasFlag(FieldAttributes.Static) && !definition.Attributes.HasFlag(FieldAttributes.Literal);
    }

    private void Changes(AssemblyCode code, FieldDefinitionHandle handle, string place)
    {
        var field = code.Reader.GetFieldDefinition(handle);
        var name = code.Reader.GetString(field.Name);
        var owner = TypeNames.Of(code.Reader, field.GetDeclaringType());
        // Compilers keep delegates and tables in statics of their own; the field behind a property is somebody's.
        const string Behind = ">k__BackingField";
        if (name.EndsWith(Behind, StringComparison.Ordinal)) name = name[1..^Behind.Length];
        else if (name.StartsWith('<') || owner.Contains('<', StringComparison.Ordinal)) return;
        _found.Add(("a static that changes", new(owner + "." + name, place)));
    }

    /// <summary>Notes what is used; a member of a type that is not the author's comes back.</summary>
    private (string Type, string Name)? Use(string assembly, AssemblyCode code, EntityHandle handle)
    {
        var reader = code.Reader;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Take(assembly, TypeNames.Of(reader, (TypeDefinitionHandle)handle));
                return null;
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                TakeReference(assembly, code, handle);
                return null;
            case HandleKind.MethodDefinition:
                Take(assembly, TypeNames.Of(reader, reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                return null;
            case HandleKind.FieldDefinition:
                Take(assembly, TypeNames.Of(reader, reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                return null;
            case HandleKind.MethodSpecification:
                return Use(assembly, code, reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                TakeReference(assembly, code, member.Parent);
                return (TypeNames.Of(reader, member.Parent), reader.GetString(member.Name));
            default:
                return null;
        }
    }

    private void TakeReference(string assembly, AssemblyCode code, EntityHandle handle)
    {
        var name = TypeNames.Of(code.Reader, handle);
        Take(assembly, name);
        if (handle.Kind != HandleKind.TypeReference) return;
        var at = code.Reader.GetTypeReference((TypeReferenceHandle)handle);
        while (at.ResolutionScope.Kind == HandleKind.TypeReference) at = code.Reader.GetTypeReference((TypeReferenceHandle)at.ResolutionScope);
        if (at.ResolutionScope.Kind == HandleKind.AssemblyReference)
            Take(code.Reader.GetString(code.Reader.GetAssemblyReference((AssemblyReferenceHandle)at.ResolutionScope).Name), name);
    }

    private static string PropertyOf(string method) => method.StartsWith("get_", StringComparison.Ordinal) || method.StartsWith("set_", StringComparison.Ordinal) ? method[4..] : method;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var code in _assemblies.Values) code?.Dispose();
    }
}
