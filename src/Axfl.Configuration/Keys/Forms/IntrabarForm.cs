using Axfl.Configuration.Yaml;
using Axfl.Engine.Fills;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>How a fill inside a bar is decided.</summary>
internal sealed class IntrabarForm : ValueForm<IntrabarPolicy>
{
    private static readonly WordForm Words = new([.. IntrabarModels.Names.Select(n => n.Name)]);

    public override IntrabarPolicy Read(Section section, string key, IntrabarPolicy fallback)
    {
        var word = Words.Read(section, key, Write(fallback));
        return IntrabarModels.Names.First(n => n.Name == word).Policy;
    }

    public override string Write(IntrabarPolicy value) => IntrabarModels.Names.First(n => n.Policy == value).Name;

    public override FormDescription Description => Words.Description;
}
