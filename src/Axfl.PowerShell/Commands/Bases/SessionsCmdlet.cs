using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Completion;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Commands.Bases;

/// <summary>Shape of the commands that read sessions files: which files, which profile, overrides.</summary>
public abstract class SessionsCmdlet : AxflCmdlet
{
    /// <summary>Sessions files, wildcards allowed; default config/sessions.yaml of the working directory, else the shipped one.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Sessions files, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Profiles; default all of the file.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string[] Profile { get; set; } = [];

    /// <summary>Single overrides, KEY=VALUE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SetCompleter))]
    public string[] Set { get; set; } = [];

    /// <summary>Assemblies with strategies of your own.</summary>
    [Parameter]
    public string[] StrategyAssembly { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Path.Length == 0 && LiteralPath.Length == 0) AttemptEach(() => Read(null));
        foreach (var path in Path) AttemptEach(() => Expand(path).ToList().ForEach(Read), path);
        foreach (var path in LiteralPath) AttemptEach(() => Read(Absolute(path)), path);
    }

    /// <summary>Reads one file; null: the default one.</summary>
    internal abstract void Read(string? file);

    /// <summary>The profiles that are meant. A file in which none is found is asked for the default one: its problems are that question's answer.</summary>
    internal IReadOnlyList<string> Profiles(string? file)
    {
        var profiles = Profile.Length > 0 ? Profile : Runtime.GetProfiles(file);
        return profiles.Count > 0 ? profiles : ["portfolio"];
    }

    /// <summary>The request for one profile of a file.</summary>
    internal RunRequest Request(string? file, string profile) => new()
    {
        SessionsPath = file,
        Profile = profile,
        Set = Set,
        StrategyAssemblies = [.. StrategyAssembly.Select(Absolute)],
        Strategies = StrategyRegistry.Described,
        WorkingDirectory = WorkingDirectory,
    };
}
