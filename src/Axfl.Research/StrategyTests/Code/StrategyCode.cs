using System.Reflection.Metadata;
using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Code;

/// <summary>What a strategy's code uses from outside its bars: the clock, random numbers, files, the environment, the network, statics that change.</summary>
internal static class StrategyCode
{
    private const int PlacesShown = 3;

    /// <summary>A warning each, in the order of the code.</summary>
    public static IReadOnlyList<string> Warnings(StrategyDefinition definition) =>
        [.. Uses(definition).GroupBy(u => (u.Kind, u.Reference.Name)).Select(g => $"{g.Key.Kind}: {g.Key.Name} in {Places([.. g.Select(u => u.Reference.Place).Distinct()])}")];

    private static string Places(string[] places) => string.Join(", ", places.Take(PlacesShown)) + (places.Length > PlacesShown ? $" and {places.Length - PlacesShown} more" : "");

    private static IEnumerable<(string Kind, CodeReference Reference)> Uses(StrategyDefinition definition) =>
        definition.Script is { } script ? script.References.Select(r => (Kind: OutsideCalls.OfScript(r.Name), r)).Where(u => u.Kind is not null).Select(u => (u.Kind!, u.r))
        : definition.Class is not { } type ? []
        : type.Assembly.Location.Length > 0 ? CodeWalk.Of(type) : InMemory(type);

    // An assembly without a file has its metadata at hand and not its code: what any of its classes refers to.
    private static unsafe List<(string Kind, CodeReference Reference)> InMemory(Type type)
    {
        List<(string, CodeReference)> found = [];
        if (!type.Assembly.TryGetRawMetadata(out var blob, out var length)) return found;
        var reader = new MetadataReader(blob, length);
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            var (owner, name) = (TypeNames.Of(reader, member.Parent), reader.GetString(member.Name));
            var shown = name.StartsWith("get_", StringComparison.Ordinal) ? name[4..] : name;
            if (OutsideCalls.OfMember(owner, shown) is { } kind) found.Add((kind, new(owner + "." + shown, "its assembly, which is in memory only")));
        }

        foreach (var handle in reader.FieldDefinitions)
        {
            var field = reader.GetFieldDefinition(handle);
            var name = reader.GetString(field.Name);
            var isVariable = field.Attributes.HasFlag(System.Reflection.FieldAttributes.Static)
                && (field.Attributes & (System.Reflection.FieldAttributes.InitOnly | System.Reflection.FieldAttributes.Literal)) == 0;
            if (isVariable && !name.StartsWith('<')) found.Add(("a static that may change", new(TypeNames.Of(reader, field.GetDeclaringType()) + "." + name, "its assembly, which is in memory only")));
        }

        return found;
    }
}
