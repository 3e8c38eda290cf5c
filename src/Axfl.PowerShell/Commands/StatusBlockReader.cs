using Axfl.Contracts;

namespace Axfl.PowerShell.Commands;

/// <summary>Finds the JSON of statuses in lines of text.</summary>
internal sealed class StatusBlockReader
{
    /// <summary>Whether a block has begun and not ended.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Takes one line.</summary>
    /// <returns>The JSON of a status, or null for a marker or a line of something else.</returns>
    public string? Take(string line)
    {
        var text = line.Trim();
        if (text is StatusBlock.Begin or StatusBlock.End)
        {
            IsInside = text == StatusBlock.Begin;
            return null;
        }

        return text.Length > 0 && (IsInside || text[0] == '{') ? text : null;
    }
}
