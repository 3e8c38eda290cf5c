namespace Axfl.Contracts;

/// <summary>Finds the word that was meant.</summary>
public static class Suggestion
{
    /// <summary><c> Did you mean 'spread_pips'?</c> for the nearest of the words, if one is near enough; else nothing.</summary>
    public static string Ask(string word, IEnumerable<string> words) => Find(word, words) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest word within a third of its length in edits (adjacent swaps count one), case aside; null: none is near.</summary>
    public static string? Find(string word, IEnumerable<string> words)
    {
        if (word.Length is 0 or > 64) return null;
        string? best = null;
        var least = int.MaxValue;
        foreach (var candidate in words)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= Math.Max(1, Math.Max(word.Length, candidate.Length) / 3) && distance < least) (best, least) = (candidate, distance);
        }

        return best;
    }

    // Optimal string alignment distance (Damerau-Levenshtein with adjacent swaps).
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
