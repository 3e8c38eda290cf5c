using System.Collections.Concurrent;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Runs.Files;

namespace Axfl.Research.Keys;

/// <summary>Hash of the code that decides a result: the version, and the ids of the contracts, the engine, the strategies, and of strategies of others that a plan uses.</summary>
/// <param name="strategies">All strategies there are; the built-in ones name their assembly.</param>
internal sealed class CodeHash(IEnumerable<StrategyDefinition> strategies)
{
    private readonly string[] _own =
    [
        IdOf(typeof(IStrategy)), IdOf(typeof(PortfolioEngine)), .. strategies.Where(s => s.Source == StrategyDefinition.BuiltInSource).Select(s => s.CodeId).Distinct(),
    ];

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Of a plan's code, lower-case hex SHA-256.</summary>
    public string Of(EnginePlan plan) => Of(plan.Symbols.SelectMany(s => s.Slots).Select(s => s.Definition));

    /// <summary>Of the code of strategies, lower-case hex SHA-256.</summary>
    public string Of(IEnumerable<StrategyDefinition> used)
    {
        var ids = _own.Concat(used.Where(s => s.Source != StrategyDefinition.BuiltInSource).Select(s => s.CodeId)).Distinct().Order(StringComparer.Ordinal);
        return _known.GetOrAdd(string.Join('\n', ids.Prepend(Product.Version)), static text => Sha256.Of(text));
    }

    private static string IdOf(Type type) => type.Module.ModuleVersionId.ToString();
}
