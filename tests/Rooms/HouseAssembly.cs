using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Axfl.Rooms;

/// <summary>One assembly of the product as it was compiled.</summary>
internal sealed class HouseAssembly
{
    private readonly Dictionary<string, string> _rooms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReference[]> _uses = new(StringComparer.Ordinal);

    private HouseAssembly(string project, AssemblyDefinition definition, Dictionary<int, string> files)
    {
        Project = project;
        References = [.. definition.MainModule.AssemblyReferences.Select(r => r.Name)];
        foreach (var type in definition.MainModule.Types)
        {
            if (FileOf(type, files) is not { } file) continue;
            var at = file.LastIndexOf('/');
            Types.Add(new HouseType(type.FullName, type.Namespace, at < 0 ? "" : file[..at], file));
            _rooms[type.FullName] = at < 0 ? "" : file[..at];
            Texts.AddRange(WithNested(type).SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
                .Where(i => i.OpCode == OpCodes.Ldstr).Select(i => new HouseText(type.FullName, (string)i.Operand)));
            _uses[type.FullName] = [.. WithNested(type).SelectMany(TypeUse.Of).DistinctBy(t => t.FullName)];
        }
    }

    /// <summary>Project, as <c>Axfl.Cli</c> where the assembly is called axfl.</summary>
    public string Project { get; }

    /// <summary>Assemblies it was compiled against and uses.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Its types, generated ones left out.</summary>
    public List<HouseType> Types { get; } = [];

    /// <summary>Texts that its code has.</summary>
    public List<HouseText> Texts { get; } = [];

    /// <summary>Folders that hold types, the project's own folder as an empty name.</summary>
    public IEnumerable<string> Rooms => _rooms.Values.Distinct().Order(StringComparer.Ordinal);

    /// <summary>From room to room inside the assembly, each with one use that makes it.</summary>
    public IReadOnlyList<Arrow> Arrows => [.. (
        from user in _uses
        from used in user.Value
        let to = _rooms.GetValueOrDefault(used.FullName)
        where to is not null && to != _rooms[user.Key]
        select new Arrow(_rooms[user.Key], to, user.Key, used.FullName)).DistinctBy(a => (a.From, a.To)).OrderBy(a => (a.From, a.To))];

    /// <summary>Namespaces of other assemblies that its code uses.</summary>
    public IEnumerable<string> ForeignNamespaces =>
        _uses.Values.SelectMany(u => u).Where(t => !_rooms.ContainsKey(t.FullName)).Select(t => t.Namespace).Distinct();

    /// <summary>Reads <c>NAME.dll</c> and <c>NAME.pdb</c> of the folder this program was built into.</summary>
    public static HouseAssembly Read(string project)
    {
        var path = Path.Combine(AppContext.BaseDirectory, project == "Axfl.Cli" ? "axfl" : project);
        using var definition = AssemblyDefinition.ReadAssembly(path + ".dll");
        var files = SourceFolders.Read(path + ".pdb", project);
        return files.Count > 0 ? new HouseAssembly(project, definition, files) : throw new InvalidDataException($"{path}.pdb names no file of src/{project}.");
    }

    private static string? FileOf(TypeDefinition type, Dictionary<int, string> files) =>
        WithNested(type).SelectMany(t => t.Methods.Select(m => m.MetadataToken).Prepend(t.MetadataToken))
            .Select(token => files.GetValueOrDefault(token.ToInt32())).FirstOrDefault(f => f is not null);

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}

/// <summary>A text of the code.</summary>
/// <param name="Type">Full name of the type.</param>
/// <param name="Text">The text.</param>
internal sealed record HouseText(string Type, string Text);

/// <summary>A type and where its source is.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Namespace">Namespace.</param>
/// <param name="Room">Folder below the project's; empty: the project's own.</param>
/// <param name="File">File below the project's folder.</param>
internal sealed record HouseType(string Name, string Namespace, string Room, string File);

/// <summary>One room uses another.</summary>
/// <param name="From">Who uses.</param>
/// <param name="To">Who is used.</param>
/// <param name="User">A type that uses.</param>
/// <param name="Used">The type it uses.</param>
internal sealed record Arrow(string From, string To, string User, string Used)
{
    public override string ToString() => $"{Name(From)} -> {Name(To)} ({User} uses {Used})";

    /// <summary>A room's name for people: the project's own folder is the top.</summary>
    public static string Name(string room) => room.Length == 0 ? "(top)" : room;
}
