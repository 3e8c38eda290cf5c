using System.Text;
using Axfl.Contracts;

namespace Axfl.Reports.Page;

/// <summary>HTML as it is written: all text is escaped, and there is no other way to write text.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup of the page itself.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text, whoever wrote it: what acts on an editor or the direction of writing is shown, not obeyed.</summary>
    public Html Text(string text)
    {
        foreach (var c in ShownText.Clean(text))
        {
            switch (c)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                default: _text.Append(c); break;
            }
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
