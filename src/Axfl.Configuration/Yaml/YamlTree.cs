using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Axfl.Configuration.Yaml;

/// <summary>Reads YAML text into nodes with line and column, from the parser's events.</summary>
/// <remarks>
/// No reflection-based deserializer: it costs start-up time and loses the places. Limits keep a hostile file from exhausting memory: an alias
/// counts with all it stands for.
/// </remarks>
public sealed class YamlTree
{
    private const int MaxDepth = 32;
    private const int MaxNodes = 50_000;
    /// <summary>Characters a sessions file may have.</summary>
    public const int MaxCharacters = 1_000_000;


    private readonly Parser _parser;
    private readonly string _file;
    private readonly bool _argument;
    private readonly ProblemLog _log;
    private readonly Dictionary<string, (Node Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlTree(string text, string file, bool argument, ProblemLog log)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _argument = argument;
        _log = log;
    }

    /// <summary>The root of the text, or null when it is empty or no YAML (then a problem is logged).</summary>
    public static Node? Parse(string text, string file, ProblemLog log) => Parse(text, file, false, log);

    /// <summary>The value of a command-line argument: its nodes have the argument as their place.</summary>
    public static Node? ParseArgument(string text, SourceLocation argument, ProblemLog log) => Parse(text, argument.File, true, log);

    private static Node? Parse(string text, string file, bool argument, ProblemLog log)
    {
        var start = argument ? new SourceLocation(file, 0, 0) : new SourceLocation(file, 1, 1);
        if (text.Length > MaxCharacters)
        {
            log.Error(start, "", $"has {text.Length} characters; {MaxCharacters} is the most a sessions file may have.");
            return null;
        }

        var tree = new YamlTree(text, file, argument, log);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            log.Error(tree.At(e.Start), "", "is not valid YAML: " + e.Message.TrimEnd('.') + ". Check indentation, quotes and brackets.");
        }
        catch (RefusedException e)
        {
            log.Error(e.Location, "", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner lets some malformed escapes through to the framework, which throws these without a place.
            log.Error(start, "", "cannot be read as YAML: " + e.Message);
        }

        return null;
    }

    private SourceLocation At(Mark mark) => _argument ? new SourceLocation(_file, 0, 0) : new SourceLocation(_file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private Node? Document()
    {
        Next();
        Next();
        if (_parser.Current is StreamEnd) return null;
        Next();
        var root = Read(0);
        Next();
        Next();
        if (_parser.Current is DocumentStart second)
            throw new RefusedException(At(second.Start), "a second YAML document begins here; a sessions file is one document: remove the '---' line.");
        return root;
    }

    private void Next()
    {
        if (!_parser.MoveNext()) throw new YamlException("the text ends early");
    }

    private Node Read(int depth)
    {
        var current = _parser.Current!;
        var location = At(current.Start);
        if (depth > MaxDepth) throw new RefusedException(location, $"is nested deeper than {MaxDepth} levels; no sessions file is.");
        var before = _nodes;
        Count(1, location);
        switch (current)
        {
            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value.Value, out var target))
                    throw new RefusedException(location, $"the alias '*{alias.Value.Value}' refers to nothing defined before it.");
                Count(target.Size, location);
                return target.Node;
            case NodeEvent { Tag: { IsEmpty: false } tag } when !tag.IsNonSpecific && !tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal):
                throw new RefusedException(location, $"the tag '{tag.Value}' is not supported: remove it.");
            case NodeEvent { Anchor: var anchor }:
                Node node = current switch
                {
                    Scalar s => new ScalarNode(location, s.Value, s.Style == ScalarStyle.Plain),
                    SequenceStart => List(location, depth),
                    _ => Map(location, depth),
                };
                if (!anchor.IsEmpty) _anchors[anchor.Value] = (node, _nodes - before);
                return node;
            default:
                // The parser gives some malformed flow maps a key without a value.
                throw new RefusedException(location, "is not valid YAML: a value is missing. Check quotes and brackets.");
        }
    }

    private ListNode List(SourceLocation location, int depth)
    {
        var items = new List<Node>();
        for (Next(); _parser.Current is not SequenceEnd; Next()) items.Add(Read(depth + 1));
        return new ListNode(location, items);
    }

    private MapNode Map(SourceLocation location, int depth)
    {
        var entries = new List<MapEntry>();
        var merged = new List<MapNode>();
        var seen = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        for (Next(); _parser.Current is not MappingEnd; Next())
        {
            var key = Read(depth + 1);
            Next();
            var value = Read(depth + 1);
            if (key is ScalarNode { Plain: true, Text: "<<" }) Merge(value, merged);
            else if (key is not ScalarNode { Text: var text }) _log.Error(key.Location, "", "a key must be a word, not a list or a map.");
            else if (!seen.TryAdd(text, key.Location))
                _log.Error(key.Location, text, $"the key '{text}' appears twice (first on line {seen[text].Line}): keep one.");
            else entries.Add(new MapEntry(text, key.Location, value));
        }

        // What stands in the map itself wins, then the earlier of what is merged in.
        foreach (var entry in merged.SelectMany(m => m.Entries))
            if (seen.TryAdd(entry.Key, entry.Location)) entries.Add(entry);
        return new MapNode(location, entries);
    }

    // The key << of YAML 1.1: a map, or a list of maps, whose keys are taken over.
    private void Merge(Node value, List<MapNode> merged)
    {
        switch (value)
        {
            case MapNode map:
                merged.Add(map);
                break;
            case ListNode list when list.Items.All(i => i is MapNode):
                merged.AddRange(list.Items.Cast<MapNode>());
                break;
            default:
                _log.Error(value.Location, "<<", $"is {Scalars.Kind(value)}; the map to take keys from is needed (<<: *name), or a list of maps.");
                break;
        }
    }

    private void Count(int nodes, SourceLocation location)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes) throw new RefusedException(location, $"has more than {MaxNodes} values, counting what its aliases refer to.");
    }

    private sealed class RefusedException(SourceLocation location, string message) : Exception(message)
    {
        public SourceLocation Location { get; } = location;
    }
}
