namespace Axfl.Data.Dialects;

/// <summary>The fields of a line that is looked at before its layout is known, as <see cref="ColumnsReader"/> reads them later.</summary>
internal static class QuotedFields
{
    /// <summary>The fields without quotes and blanks around them; a delimiter between two quotes is text.</summary>
    /// <param name="line">Line.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    public static string[] Of(string line, char delimiter)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return [.. line.Split(delimiter).Select(static f => f.Trim(' '))];
        var fields = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"' && (isQuoted || line.AsSpan(start, i - start).Trim(' ').IsEmpty)) isQuoted = !isQuoted;
            if (i < line.Length && (isQuoted || line[i] != delimiter)) continue;
            fields.Add(line[start..i].Trim('"', ' '));
            start = i + 1;
        }

        return [.. fields];
    }
}
