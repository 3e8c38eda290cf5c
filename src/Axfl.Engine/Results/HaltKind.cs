using System.Globalization;

namespace Axfl.Engine.Results;

/// <summary>Kind of a halt. One object for each kind, compared by reference.</summary>
public abstract class HaltKind
{
    /// <summary>A kind.</summary>
    /// <param name="name">Name in files and status: that of the gate that blocks while it lasts.</param>
    /// <param name="journalName">Name in journals.</param>
    private protected HaltKind(string name, string journalName)
    {
        Name = name;
        JournalName = journalName;
    }

    /// <summary>Name in files and status: that of the gate that blocks while it lasts, e.g. <c>portfolio_halted</c>.</summary>
    public string Name { get; }

    /// <summary>Name in journals, e.g. <c>portfolio</c>.</summary>
    public string JournalName { get; }

    /// <summary>What its numbers count.</summary>
    public virtual HaltUnit Unit => HaltUnit.R;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A sentence that says what began or ended.</summary>
    internal abstract string Describe(in HaltRecord halt);

    /// <summary>Text with the numbers of every culture.</summary>
    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
