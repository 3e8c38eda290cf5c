using System.Management.Automation;
using System.Xml.Linq;
using Axfl.PowerShell.Conversion;
using Axfl.PowerShell.Tests.Commands;
using Axfl.Testing;

namespace Axfl.PowerShell.Tests.Module;

public class TypesFileTests
{
    private static readonly XElement Types = XElement.Load(Repository.PathOf("src", "Axfl.PowerShell", "Axfl.Types.ps1xml"));

    [Fact]
    public void Every_record_a_command_gives_is_serialised_whole_and_made_again()
    {
        var given = MetadataTests.Types()
            .SelectMany(t => t.GetCustomAttributesData().Where(a => a.AttributeType.Name == nameof(OutputTypeAttribute)))
            .SelectMany(a => (IEnumerable<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .Select(a => (Type)a.Value!)
            .Where(t => t.Namespace!.StartsWith("Axfl", StringComparison.Ordinal) && !typeof(Job).IsAssignableFrom(t))
            .SelectMany(WithParts).Distinct();
        foreach (var type in given)
        {
            var name = type.FullName!;
            Assert.True(Find(name)?.Element("TypeConverter")?.Element("TypeName")?.Value == typeof(Rehydration).FullName, $"{name} has no converter");
            Assert.Equal(name, Find("Deserialized." + name)?.Descendants("Value").Single().Value);
        }
    }

    private static XElement? Find(string name) => Types.Elements("Type").SingleOrDefault(t => t.Element("Name")!.Value == name);

    private static IEnumerable<Type> WithParts(Type type) => type.GetProperties().Select(p => p.PropertyType)
        .Select(t => t.IsGenericType ? t.GetGenericArguments()[^1] : t)
        .Where(t => t.IsClass && t.Namespace!.StartsWith("Axfl", StringComparison.Ordinal))
        .SelectMany(WithParts).Prepend(type);
}
