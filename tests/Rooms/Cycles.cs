namespace Axfl.Rooms;

/// <summary>Rooms that reach each other.</summary>
internal static class Cycles
{
    /// <summary>The arrows that lie on a cycle; none in a house in order.</summary>
    public static IReadOnlyList<Arrow> Of(IReadOnlyList<Arrow> arrows)
    {
        var next = arrows.ToLookup(a => a.From, a => a.To, StringComparer.Ordinal);
        return [.. arrows.Where(a => Reaches(a.To, a.From))];

        bool Reaches(string from, string target)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { from };
            var open = new Queue<string>(seen);
            while (open.TryDequeue(out var room))
            {
                if (room == target) return true;
                foreach (var to in next[room].Where(seen.Add)) open.Enqueue(to);
            }

            return false;
        }
    }
}
