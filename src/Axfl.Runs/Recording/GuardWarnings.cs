using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Events;

namespace Axfl.Runs.Recording;

/// <summary>What news and blackouts could not see to: the first are told one by one, the others counted.</summary>
internal sealed class GuardWarnings
{
    private const int Most = 20;

    private readonly List<string> _first = [];
    private int _count;

    /// <summary>For the summary.</summary>
    public IReadOnlyList<string> Lines => _count <= Most ? _first : [.. _first, string.Create(CultureInfo.InvariantCulture, $"... and {_count - Most} more like these")];

    /// <summary>Takes one.</summary>
    /// <returns>The notice of it.</returns>
    public GuardWarned Add(string warning)
    {
        if (++_count > Most) return new GuardWarned(warning, NoticeLevel.Verbose);
        _first.Add(warning);
        return new GuardWarned(warning, NoticeLevel.Warning);
    }
}
